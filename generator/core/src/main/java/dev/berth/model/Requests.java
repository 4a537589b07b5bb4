package dev.berth.model;

/** What the scheduler reserves for an agent. */
public record Requests(Declared<Cpu> cpu, Declared<ByteSize> memory) {}
