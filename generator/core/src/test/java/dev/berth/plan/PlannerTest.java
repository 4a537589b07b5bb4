package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What exactly is planned for an agent: values that no law can tell from others. */
class PlannerTest {

  private static final String MEMBER =
      "[principal://iam.googleapis.com/projects/, "
          + Ref.PROJECT_NUMBER
          + ", /locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog"
          + "/subject/ns/support/sa/customer]";

  private final PlannedSample sample = new PlannedSample();

  @Test
  void anAgentIsItsKubernetesServiceAccountAndNothingElse() {
    Joined member = (Joined) sample.of("customer", "knowledge-own").get("member");
    assertEquals(MEMBER, member.parts().toString());
  }

  @Test
  void readingAndWritingAreTwoRoles() {
    assertEquals("roles/storage.objectUser", sample.of("customer", "knowledge-own").get("role"));
    assertEquals("roles/storage.objectViewer", sample.of("customer", "knowledge-faq").get("role"));
    assertEquals(
        "roles/storage.objectUser", sample.of("customer", "knowledge-products").get("role"));
  }

  @Test
  void aSharedFolderIsOnePlaceForThePlatformAndForEveryGrant() {
    assertEquals("faq/", sample.platform("knowledge/faq").get("name"));
    assertEquals("faq/", sample.of("customer", "knowledge-faq").get("managedFolder"));
    assertEquals("agents/support/customer/", sample.of("customer", "knowledge").get("name"));
  }

  @Test
  void aGrantEndsAfterTheLastDayItIsGivenFor() {
    assertEquals(
        Inputs.of(
            "title", "until 2027-03-31",
            "expression", "request.time < timestamp(\"2027-04-01T00:00:00Z\")"),
        sample.of("customer", "secret/crm/secretmanager.viewer").get("condition"));
  }

  @Test
  void pubSubTakesNoConditionSoNoneIsSent() {
    assertFalse(
        sample.of("customer", "topic/escalations/pubsub.publisher").containsKey("condition"));
  }

  @Test
  void aRepositoryIsNamedWithItsPlace() {
    assertEquals(
        Inputs.of(
            "project", "acme-agents-dev",
            "repository", "tools",
            "location", "europe-west1",
            "role", "roles/artifactregistry.reader",
            "member", sample.of("customer", "knowledge-own").get("member")),
        sample.of("customer", "repository/tools/artifactregistry.reader"));
  }

  @Test
  void aSecretMayBeReadAndNothingMore() {
    assertEquals(
        Inputs.of(
            "project", "acme-agents-dev",
            "secretId", "customer-telegram",
            "role", "roles/secretmanager.secretAccessor",
            "member", sample.of("customer", "knowledge-own").get("member")),
        sample.of("customer", "secret-customer-telegram"));
  }

  @Test
  void secretsReachAnAgentUnderTheNamesItsConfigurationSays() {
    assertEquals(
        List.of("model-api-key", "telegram-bot-token"),
        sample.agent("customer").needs().stream().map(SecretNeed::key).toList());
  }

  @Test
  void everyWayOutIsOneThatIsAskedFor() {
    assertEquals(
        new TreeSet<>(
            Set.of(
                "api.anthropic.com",
                "api.telegram.org",
                "api.zendesk.com",
                "artifactregistry.googleapis.com",
                "pubsub.googleapis.com",
                "secretmanager.googleapis.com",
                "storage.googleapis.com")),
        sample.calls("customer"));
    assertEquals(Set.of("api.anthropic.com"), sample.calls("alone"));
  }

  @Test
  void aWayKnowsEveryLineThatAskedForIt() {
    WayOut storage =
        sample.agent("customer").asks().stream()
            .filter(way -> way.host().text().equals("storage.googleapis.com"))
            .findFirst()
            .orElseThrow();
    assertEquals(Gate.RESTRICTED_VIP, storage.gate());
    assertEquals(
        List.of("knowledge", "knowledge", "knowledge"),
        storage.asks().stream().map(WayOut.Ask::purpose).toList());
    assertEquals(storage.asks().get(0).because(), storage.because());
  }

  @Test
  void anAgentWithoutGrantsHasNoWayToAskWhoItIs() {
    assertEquals(true, policy("customer").get("metadata"));
    assertEquals(false, policy("alone").get("metadata"));
  }

  private Map<String, Object> policy(String agent) {
    return sample.agent(agent).resources().stream()
        .filter(KubernetesObject.class::isInstance)
        .map(KubernetesObject.class::cast)
        .filter(object -> object.template().equals("agent/network-policy.yaml"))
        .findFirst()
        .orElseThrow()
        .values();
  }
}
