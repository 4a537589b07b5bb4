package dev.berth.plan;

/** A Google Cloud resource of a fleet stack: an agent's own folder and its grants. */
public sealed interface FleetResource extends GoogleResource
    permits ManagedFolder, FolderGrant, SecretGrant, ResourceGrant {}
