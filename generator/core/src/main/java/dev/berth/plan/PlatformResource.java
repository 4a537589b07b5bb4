package dev.berth.plan;

/** A resource of the platform stack: network, cluster, pools, bucket, shared folders. */
public sealed interface PlatformResource extends GoogleResource
    permits ApiService,
        Network,
        Subnetwork,
        Router,
        Nat,
        DenyIngress,
        NodeAccount,
        NodeRole,
        Cluster,
        NodePool,
        GoogleApisZone,
        GoogleApisRecord,
        KnowledgeBucket,
        SharedFolder {}
