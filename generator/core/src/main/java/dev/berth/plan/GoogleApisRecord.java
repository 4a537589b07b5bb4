package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One name of the private zone of Google's APIs.
 *
 * @param host without a last dot, e.g. {@code *.googleapis.com}
 * @param kind {@code A} or {@code CNAME}
 * @param answers addresses, or one name with its last dot
 */
public record GoogleApisRecord(
    PlatformNames names, String host, String kind, List<String> answers, Origin because)
    implements PlatformResource {

  private static final int SECONDS = 300;
  private static final String RESTRICTED = "restricted.googleapis.com";
  private static final String PRIVATE = "private.googleapis.com";

  /**
   * Every API at the restricted addresses, but for those nobody listed as answered for there: they
   * keep working at the private ones.
   *
   * @param ways of every agent, sorted by team and agent
   */
  static List<GoogleApisRecord> of(PlatformNames names, List<WayOut> ways, Origin because) {
    List<GoogleApisRecord> records = new ArrayList<>();
    records.add(addresses(names, RESTRICTED, Gate.RESTRICTED_VIP, because));
    records.add(alias(names, "*.googleapis.com", RESTRICTED, because));
    records.add(addresses(names, PRIVATE, Gate.PRIVATE_VIP, because));
    SortedMap<String, Origin> others = new TreeMap<>();
    for (WayOut way : ways) {
      if (way.gate() == Gate.PRIVATE_VIP) {
        String api = way.host().googleApi().orElseThrow().text();
        others.putIfAbsent(api, way.because());
        if (!way.host().text().equals(api)) {
          // A name below another hides it from the wildcard above both.
          others.putIfAbsent("*." + api, way.because());
        }
      }
    }
    others.forEach((host, from) -> records.add(alias(names, host, PRIVATE, from)));
    return records;
  }

  private static GoogleApisRecord addresses(
      PlatformNames names, String host, Gate gate, Origin because) {
    return new GoogleApisRecord(names, host, "A", gate.addresses(), because);
  }

  private static GoogleApisRecord alias(
      PlatformNames names, String host, String of, Origin because) {
    return new GoogleApisRecord(names, host, "CNAME", List.of(of + "."), because);
  }

  @Override
  public String type() {
    return "gcp:dns/recordSet:RecordSet";
  }

  @Override
  public String name() {
    return names.googleApis() + "/" + host;
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project",
        names.project(),
        "managedZone",
        new Ref(names.googleApis(), "name"),
        "name",
        host + ".",
        "type",
        kind,
        "ttl",
        SECONDS,
        "rrdatas",
        answers);
  }
}
