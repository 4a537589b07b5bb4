package dev.berth.plan;

/**
 * A Google Cloud resource of a fleet stack: agents' own folders, and the grants to agents and
 * teams.
 */
public sealed interface FleetResource extends GoogleResource
    permits ManagedFolder, FolderGrant, SecretGrant, ResourceGrant {}
