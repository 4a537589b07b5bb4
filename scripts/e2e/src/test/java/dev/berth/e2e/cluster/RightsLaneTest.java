package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what in a real cluster: every verb on everything a namespace can hold. */
class RightsLaneTest {

  private static final List<String> OF_MEMBERS =
      List.of("get pods", "get pods/log", "list pods", "watch pods");

  private static Lane lane;
  private static List<String> resources;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException {
    lane = Lane.start();
    resources = Resources.ofNamespaces(lane.api());
  }

  @AfterAll
  static void stop() {
    if (lane != null) {
      lane.close();
    }
  }

  @Test
  void theListOfResourcesHoldsWhatMatters() {
    assertTrue(
        resources.containsAll(
            List.of(
                "pods",
                "pods/exec",
                "pods/attach",
                "pods/portforward",
                "pods/log",
                "secrets",
                "serviceaccounts/token",
                "statefulsets.apps",
                "rolebindings.rbac.authorization.k8s.io",
                "networkpolicies.networking.k8s.io",
                "fqdnnetworkpolicies.networking.gke.io",
                "secretproviderclasses.secrets-store.csi.x-k8s.io")),
        resources::toString);
  }

  @Test
  void membersReadPodsAndLogsOfTheirTeamAndNothingElseAnywhere() {
    for (KubernetesObject binding : lane.all("RoleBinding")) {
      for (JsonNode member : binding.tree().path("subjects")) {
        Access access = Access.of(lane.api(), member);
        for (KubernetesObject team : lane.all("Namespace")) {
          assertEquals(
              team.name().equals(binding.namespace()) ? OF_MEMBERS : List.of(),
              access.all(team.name(), resources),
              () -> access.user() + " " + access.groups() + " in " + team);
        }
        assertEquals(List.of(), access.all("kube-system", resources), access::user);
      }
    }
  }

  @Test
  void noAgentMayDoAnythingNotEvenInItsOwnNamespace() {
    for (KubernetesObject account : lane.all("ServiceAccount")) {
      Access access = Access.of(lane.api(), account);
      assertEquals(List.of(), access.all(account.namespace(), resources), access::user);
    }
    Access one = Access.of(lane.api(), lane.all("ServiceAccount").get(0));
    for (String namespace :
        List.of("default", "kube-system", lane.all("Namespace").get(1).name())) {
      assertEquals(List.of(), one.all(namespace, resources), namespace);
    }
  }

  @Test
  void anOutsiderMayDoNothing() {
    Access outsider = new Access(lane.api(), "outsider@example.com", List.of("all@example.com"));
    for (KubernetesObject team : lane.all("Namespace")) {
      assertEquals(List.of(), outsider.all(team.name(), resources), team.toString());
    }
  }

  /** The authorizer's word is one thing, a real request in somebody's name another. */
  @Test
  void requestsInTheirNamesAreAnsweredLikewise() {
    KubernetesObject binding = lane.all("RoleBinding").get(0);
    String own = "/api/v1/namespaces/" + binding.namespace();
    String other =
        "/api/v1/namespaces/"
            + lane.all("Namespace").stream()
                .map(KubernetesObject::name)
                .filter(name -> !name.equals(binding.namespace()))
                .findFirst()
                .orElseThrow();
    Access member = Access.of(lane.api(), binding.tree().path("subjects").get(0));
    assertEquals(200, member.status(own + "/pods"));
    assertEquals(403, member.status(other + "/pods"));
    assertEquals(403, member.status(own + "/secrets"));
    assertEquals(403, member.status("/api/v1/namespaces"));
    Access agent = Access.of(lane.api(), lane.all("ServiceAccount").get(0));
    assertEquals(403, agent.status(own + "/pods"));
    Access outsider = new Access(lane.api(), "outsider@example.com", List.of());
    assertEquals(403, outsider.status(own + "/pods"));
  }
}
