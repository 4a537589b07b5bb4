package dev.berth.deploy.helm;

import com.marcnuri.helm.Helm;
import dev.berth.model.AgentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A chart, rendered by Helm 3 without a cluster. What it gives is what {@code helm template}
 * prints, byte for byte, for the same values.
 */
public final class HelmTemplate {

  /** The oldest Kubernetes the rendered objects are meant for; Helm's own guess is far older. */
  private static final String KUBERNETES = "1.35.0";

  // Helm's library keeps state of its own, which its authors do not promise to guard.
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final Path chart;

  /**
   * @param chart a chart's folder, e.g. {@code templates/charts/openclaw-agent}
   */
  public HelmTemplate(Path chart) {
    this.chart = chart;
  }

  /**
   * The objects of an agent's release as a stream of YAML documents.
   *
   * @param values the release's values, a YAML document
   * @throws ChartBug when the chart refuses the values or cannot be rendered
   */
  public String render(AgentId id, String values) {
    try (HelmFolder folder = HelmFolder.with(values)) {
      return locked(
          "render " + id,
          () ->
              new Helm(chart)
                  .template()
                  .withName(id.agent().text())
                  .withNamespace(id.team().text())
                  .withKubeVersion(KUBERNETES)
                  // A file, never --set: that has a syntax of its own for commas and braces.
                  .withValuesFile(folder.values())
                  .call());
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /**
   * Holds the chart against Helm's own rules, warnings included.
   *
   * @param values all of the chart's values, a YAML document
   * @throws ChartBug when anything is wrong
   */
  public void lint(String values) {
    try (HelmFolder folder = HelmFolder.with(values)) {
      // Helm's library lints a chart with its own values only: so these become its own.
      Path copy = folder.chartWithValues(chart);
      var result = locked("lint", () -> new Helm(copy).lint().strict().quiet().call());
      if (result.isFailed()) {
        throw new ChartBug("lint", String.join("\n", result.getMessages()));
      }
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private <T> T locked(String what, java.util.function.Supplier<T> call) {
    ONE_AT_A_TIME.lock();
    try {
      return call.get();
    } catch (IllegalStateException wrong) {
      throw new ChartBug(what, String.valueOf(wrong.getMessage()));
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }
}
