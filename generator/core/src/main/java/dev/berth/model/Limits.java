package dev.berth.model;

/** The most an agent may use. */
public record Limits(Declared<Cpu> cpu, Declared<ByteSize> memory, Declared<ByteSize> disk) {}
