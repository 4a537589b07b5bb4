package dev.berth.plan;

/** A resource of a fleet stack: knowledge folders and grants. */
public sealed interface FleetResource extends GoogleResource permits ManagedFolder {}
