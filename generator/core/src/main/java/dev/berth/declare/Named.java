package dev.berth.declare;

/** An entry of a map whose keys are a user's own names. */
public record Named<K, V>(Written<K> name, V value) {}
