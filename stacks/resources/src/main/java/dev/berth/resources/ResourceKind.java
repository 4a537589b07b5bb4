package dev.berth.resources;

import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One class of resources: what it takes, what it gives, how it is made.
 *
 * @param type Pulumi's type token
 * @param resource the class, whose exported fields are its outputs
 * @param args empty inputs
 */
record ResourceKind<A extends FilledArgs>(
    String type, Class<? extends CustomResource> resource, Supplier<A> args, Maker<A> maker) {

  /** A constructor of a resource class. */
  interface Maker<A extends FilledArgs> {
    CustomResource make(String name, A args, CustomResourceOptions options);
  }

  /** Of Google Cloud, by type. */
  static final Map<String, ResourceKind<?>> GOOGLE =
      Stream.<ResourceKind<?>>of(
              new ResourceKind<>(Bucket.TYPE, Bucket.class, Bucket.Args::new, Bucket::new),
              new ResourceKind<>(Cluster.TYPE, Cluster.class, Cluster.Args::new, Cluster::new),
              new ResourceKind<>(
                  DatasetIamMember.TYPE,
                  DatasetIamMember.class,
                  DatasetIamMember.Args::new,
                  DatasetIamMember::new),
              new ResourceKind<>(Firewall.TYPE, Firewall.class, Firewall.Args::new, Firewall::new),
              new ResourceKind<>(
                  ManagedFolder.TYPE,
                  ManagedFolder.class,
                  ManagedFolder.Args::new,
                  ManagedFolder::new),
              new ResourceKind<>(
                  ManagedFolderIamMember.TYPE,
                  ManagedFolderIamMember.class,
                  ManagedFolderIamMember.Args::new,
                  ManagedFolderIamMember::new),
              new ResourceKind<>(
                  ManagedZone.TYPE, ManagedZone.class, ManagedZone.Args::new, ManagedZone::new),
              new ResourceKind<>(Network.TYPE, Network.class, Network.Args::new, Network::new),
              new ResourceKind<>(NodePool.TYPE, NodePool.class, NodePool.Args::new, NodePool::new),
              new ResourceKind<>(
                  ProjectIamMember.TYPE,
                  ProjectIamMember.class,
                  ProjectIamMember.Args::new,
                  ProjectIamMember::new),
              new ResourceKind<>(
                  ProjectService.TYPE,
                  ProjectService.class,
                  ProjectService.Args::new,
                  ProjectService::new),
              new ResourceKind<>(
                  RecordSet.TYPE, RecordSet.class, RecordSet.Args::new, RecordSet::new),
              new ResourceKind<>(
                  RepositoryIamMember.TYPE,
                  RepositoryIamMember.class,
                  RepositoryIamMember.Args::new,
                  RepositoryIamMember::new),
              new ResourceKind<>(Router.TYPE, Router.class, Router.Args::new, Router::new),
              new ResourceKind<>(
                  RouterNat.TYPE, RouterNat.class, RouterNat.Args::new, RouterNat::new),
              new ResourceKind<>(
                  SecretIamMember.TYPE,
                  SecretIamMember.class,
                  SecretIamMember.Args::new,
                  SecretIamMember::new),
              new ResourceKind<>(
                  ServiceAccount.TYPE,
                  ServiceAccount.class,
                  ServiceAccount.Args::new,
                  ServiceAccount::new),
              new ResourceKind<>(
                  Subnetwork.TYPE, Subnetwork.class, Subnetwork.Args::new, Subnetwork::new),
              new ResourceKind<>(
                  SubscriptionIamMember.TYPE,
                  SubscriptionIamMember.class,
                  SubscriptionIamMember.Args::new,
                  SubscriptionIamMember::new),
              new ResourceKind<>(
                  TopicIamMember.TYPE,
                  TopicIamMember.class,
                  TopicIamMember.Args::new,
                  TopicIamMember::new))
          .collect(Collectors.toUnmodifiableMap(ResourceKind::type, kind -> kind));

  /**
   * @throws IllegalArgumentException when there is no class for it
   */
  static ResourceKind<?> of(String type) {
    if (type.equals(Release.TYPE)) {
      return new ResourceKind<>(type, Release.class, Release.Args::new, Release::new);
    }
    if (type.startsWith("kubernetes:")) {
      return new ResourceKind<>(
          type,
          KubernetesResource.class,
          KubernetesResource.Args::new,
          (name, args, options) -> new KubernetesResource(type, name, args, options));
    }
    ResourceKind<?> google = GOOGLE.get(type);
    if (google == null) {
      throw new IllegalArgumentException("no class registers " + type);
    }
    return google;
  }

  Class<? extends FilledArgs> inputs() {
    return args.get().getClass();
  }

  CustomResource make(
      String name,
      Map<String, Object> inputs,
      References references,
      CustomResourceOptions options) {
    return maker.make(name, FilledArgs.filled(args.get(), inputs, references), options);
  }
}
