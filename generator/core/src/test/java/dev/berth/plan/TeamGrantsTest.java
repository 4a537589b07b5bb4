package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every agent of a team has, to the letter. */
class TeamGrantsTest {

  private static final String SET =
      "principalSet://iam.googleapis.com/projects/"
          + Ref.PROJECT_NUMBER
          + "/locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog/namespace/sales";

  private final PlannedSample sample = new PlannedSample();

  private Map<String, Object> ofTeam(String name) {
    return PlannedSample.inputs(sample.team("sales").resources(), name);
  }

  @Test
  void aSharedFolderIsGrantedOnceToTheWholeNamespace() {
    Map<String, Object> grant = ofTeam("sales/knowledge-products");
    assertEquals(SET, grant.get("member").toString());
    assertEquals("products/", grant.get("managedFolder"));
    assertEquals("roles/storage.objectViewer", grant.get("role"));
  }

  @Test
  void aDatasetSpellsItsMemberInAWayOfItsOwnAndEndsNothingByItself() {
    Map<String, Object> grant = ofTeam("sales/dataset-prices-bigquery.dataViewer");
    assertEquals(Set.of("datasetId", "project", "role", "member"), grant.keySet());
    assertEquals("prices", grant.get("datasetId"));
    assertEquals("iamMember:" + SET, grant.get("member").toString());
  }

  @Test
  void aRoleOnAFolderIsOnItsPathInTheBucket() {
    Map<String, Object> grant = ofTeam("sales/folder-products-storage.objectCreator");
    assertEquals("products/", grant.get("managedFolder"));
    assertEquals("acme-knowledge", grant.get("bucket"));
  }

  @Test
  void anAgentIsGrantedOnlyWhatItAsksForBeyond() {
    assertEquals(List.of(), grants("quotes"));
    assertEquals(
        List.of(
            "sales/prices/knowledge-products", "sales/prices/dataset/prices/bigquery.dataViewer"),
        grants("prices"));
  }

  @Test
  void anAgentReachesWhatItsTeamWasGranted() {
    assertTrue(
        sample
            .calls("quotes")
            .containsAll(Set.of("storage.googleapis.com", "bigquery.googleapis.com")));
    assertEquals(sample.team("sales").may(), sample.agent("quotes").may());
  }

  @Test
  void theLineThatAskedIsTheTeams() {
    sample
        .team("sales")
        .may()
        .forEach(may -> assertEquals("agents/sales/team.yaml", may.because().file()));
  }

  /** Secrets are each agent's own. */
  private List<String> grants(String agent) {
    return sample.agent(agent).resources().stream()
        .filter(GoogleResource.class::isInstance)
        .filter(each -> !(each instanceof SecretGrant))
        .map(PlannedResource::name)
        .toList();
  }
}
