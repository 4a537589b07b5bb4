package dev.berth.e2e.cluster;

import static dev.berth.e2e.cluster.Edit.add;
import static dev.berth.e2e.cluster.Edit.passed;
import static dev.berth.e2e.cluster.Edit.refused;

import java.util.List;

/** What somebody might change in an agent's network policy. */
final class WallEdits {

  private WallEdits() {}

  static List<Edit> ofAgent() {
    return List.of(
        passed("nothing", it -> {}),
        passed(
            "Google's APIs inside a perimeter",
            it -> add(it, "/spec/egress", block("199.36.153.4/30"))),
        refused("egress-open", "everywhere", it -> add(it, "/spec/egress", "{}")),
        refused(
            "egress-open",
            "everywhere on 443",
            it -> add(it, "/spec/egress", "{\"ports\": [{\"port\": 443}]}")),
        refused("egress-open", "every port", it -> add(it, "/spec/egress", everyPort())),
        refused("egress-wide", "one address", it -> add(it, "/spec/egress", block("192.0.2.7/32"))),
        refused(
            "egress-wide",
            "the metadata server on another port",
            it -> add(it, "/spec/egress", block("169.254.169.254/32"))),
        refused("egress-wide", "0.0.0.0/0", it -> add(it, "/spec/egress", block("0.0.0.0/0"))),
        refused("egress-wide", "half of it", it -> add(it, "/spec/egress", block("128.0.0.0/1"))),
        refused("egress-wide", "::/0", it -> add(it, "/spec/egress", block("::/0"))),
        refused("egress-wide", "10.0.0.0/8", it -> add(it, "/spec/egress", block("10.0.0.0/8"))),
        refused(
            "egress-namespace",
            "another team",
            it -> add(it, "/spec/egress", to("kubernetes.io/metadata.name", "sales"))),
        refused(
            "egress-namespace",
            "every namespace",
            it ->
                add(
                    it,
                    "/spec/egress",
                    """
                    {"to": [{"namespaceSelector": {}, "podSelector": {"matchLabels": {"a": "b"}}}],
                     "ports": [{"port": 53}]}
                    """)),
        refused(
            "egress-namespace",
            "every agent of the team",
            it ->
                add(
                    it,
                    "/spec/egress",
                    "{\"to\": [{\"podSelector\": {}}], \"ports\": [{\"port\": 18789}]}")),
        refused(
            "egress-namespace",
            "kube-system on another port",
            it -> add(it, "/spec/egress", to("kubernetes.io/metadata.name", "kube-system"))),
        refused("ingress-open", "from everybody", it -> add(it, "/spec/ingress", "{}")),
        refused(
            "ingress-open",
            "from every namespace",
            it ->
                add(
                    it,
                    "/spec/ingress",
                    """
                    {"from": [{"namespaceSelector": {}, "podSelector": {"matchLabels": {"a": "b"}}}],
                     "ports": [{"port": 18789}]}
                    """)),
        refused(
            "ingress-open",
            "from every agent of the team",
            it ->
                add(
                    it,
                    "/spec/ingress",
                    "{\"from\": [{\"podSelector\": {}}], \"ports\": [{\"port\": 18789}]}")),
        refused(
            "ingress-open",
            "to every port",
            it ->
                add(
                    it,
                    "/spec/ingress",
                    "{\"from\": [{\"podSelector\": {\"matchLabels\": {\"a\": \"b\"}}}]}")),
        refused(
            "ingress-open",
            "from addresses",
            it ->
                add(
                    it,
                    "/spec/ingress",
                    """
                    {"from": [{"ipBlock": {"cidr": "192.0.2.7/32"}}], "ports": [{"port": 18789}]}
                    """)),
        refused(
            "policy-for-all", "every pod", it -> it.withObject("/spec").putObject("podSelector")));
  }

  static List<Edit> ofDefaultDeny() {
    return List.of(
        passed("nothing", it -> {}),
        refused(
            "default-deny-missing",
            "a way out for all",
            it -> add(it, "/spec/egress", block("192.0.2.7/32"))),
        refused(
            "default-deny-missing",
            "only one pod",
            it -> it.withObject("/spec/podSelector/matchLabels").put("a", "b")),
        refused(
            "default-deny-missing",
            "ingress alone",
            it -> it.withObject("/spec").withArray("policyTypes").remove(1)));
  }

  private static String block(String cidr) {
    return """
    {"to": [{"ipBlock": {"cidr": "%s"}}], "ports": [{"port": 443}]}
    """
        .formatted(cidr);
  }

  private static String everyPort() {
    return "{\"to\": [{\"ipBlock\": {\"cidr\": \"199.36.153.4/30\"}}]}";
  }

  private static String to(String label, String value) {
    return """
    {"to": [{"namespaceSelector": {"matchLabels": {"%s": "%s"}},
             "podSelector": {"matchLabels": {"a": "b"}}}], "ports": [{"port": 443}]}
    """
        .formatted(label, value);
  }
}
