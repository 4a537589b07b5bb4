package dev.berth.plan;

/** A resource of the platform stack: network, cluster, pools, bucket. */
public sealed interface PlatformResource extends GoogleResource permits ApiService {}
