package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.model.EveryAgent;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.GoogleResource;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a scanner reads is what Pulumi makes. */
class TerraformRendererProperties {

  private static final Pattern RESOURCE =
      Pattern.compile("(?m)^resource \"([a-z0-9_]+)\" \"([A-Za-z0-9_-]+)\" \\{$");
  private static final Pattern REFERENCE =
      Pattern.compile("(?<![\"A-Za-z0-9_.])(google_[a-z0-9_]+\\.[A-Za-z0-9_-]+)");

  private final Planner planner = new Planner(HostCatalogue.builtIn());
  private final TerraformRenderer renderer = new TerraformRenderer();

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Property(tries = 50)
  void everyGoogleResourceIsThereOnceInThePlansOrder(@ForAll("fleets") Fleet fleet) {
    Plan plan = planner.plan(fleet, Fleets.environment());
    List<String> planned =
        TerraformRenderer.google(plan).stream()
            .map(each -> TerraformNames.type(each.type()) + "." + label(each))
            .toList();
    List<String> written = addresses(renderer.render(plan));
    assertEquals(planned, written);
    assertEquals(written.size(), new HashSet<>(written).size());
  }

  private static String label(GoogleResource resource) {
    return TerraformNames.label(resource.name());
  }

  @Property(tries = 50)
  void whatIsReferredToIsInTheFile(@ForAll("fleets") Fleet fleet) {
    String text = renderer.render(planner.plan(fleet, Fleets.environment()));
    Set<String> made = new HashSet<>(addresses(text));
    List<String> referred =
        REFERENCE.matcher(text).results().map(each -> each.group(1)).distinct().toList();
    assertTrue(referred.size() > 3, referred::toString);
    assertEquals(List.of(), referred.stream().filter(each -> !made.contains(each)).toList());
  }

  /** An unlinked pool passes every rule of a scanner: none of them then judges it. */
  @Property(tries = 20)
  void everyPoolIsLinkedToItsCluster(@ForAll("fleets") Fleet fleet) {
    String text = renderer.render(planner.plan(fleet, Fleets.environment()));
    assertEquals(
        Fleets.environment().gke().orElseThrow().pools().size(),
        Pattern.compile("(?m)^  cluster = google_container_cluster\\.berth-dev-cluster\\.name$")
            .matcher(text)
            .results()
            .count());
  }

  @Property(tries = 20)
  void theSamePlanGivesTheSameBytes(@ForAll("fleets") Fleet fleet) {
    assertEquals(
        renderer.render(planner.plan(fleet, Fleets.environment())),
        renderer.render(planner.plan(fleet, Fleets.environment())));
  }

  @Example
  void aResourceSaysWhoAskedForItAndWhatItWaitsFor() {
    String text =
        renderer.render(
            planner.plan(
                new Fleet(List.of(Fleets.environment()), List.of(), EveryAgent.NOTHING, List.of()),
                Fleets.environment()));
    assertTrue(text.startsWith("# Every Google Cloud resource of environment dev,"), text);
    assertTrue(text.contains("  required_version = \"< 0.0.1\"\n"), text);
    assertTrue(
        text.contains(
            """

            # berth-dev-nodes-role, fleet.yaml:1
            resource "google_project_iam_member" "berth-dev-nodes-role" {
              project = "acme-agents-dev"
              role = "roles/container.defaultNodeServiceAccount"
              member = "serviceAccount:${google_service_account.berth-dev-nodes.email}"
              depends_on = [google_project_service.cloudresourcemanager_2egoogleapis_2ecom]
            }
            """),
        text);
    assertTrue(
        text.contains(
            """
              lifecycle {
                prevent_destroy = true
                ignore_changes = [node_config]
              }
            """),
        text);
    assertTrue(
        text.contains(
            """
                guest_accelerator {
                  type = "nvidia-l4"
                  count = 1
                  gpu_driver_installation_config {
                    gpu_driver_version = "DEFAULT"
                  }
                }
            """),
        text);
  }

  private static List<String> addresses(String text) {
    return RESOURCE
        .matcher(text)
        .results()
        .map((MatchResult each) -> each.group(1) + "." + each.group(2))
        .toList();
  }
}
