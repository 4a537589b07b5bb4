package dev.berth.access;

import dev.berth.model.AgentId;
import dev.berth.model.HostName;
import dev.berth.model.Name;
import dev.berth.model.SecretName;

/** What users call the things that somebody may reach: {@code folder/faq}, {@code dns}. */
public final class ResourceWord {

  /** The cluster's name servers. */
  public static final String DNS = "dns";

  /** GKE's metadata server, which hands an agent a token of its own identity. */
  public static final String METADATA = "metadata";

  /** Every Google API that answers at the addresses a rule opens: addresses tell none apart. */
  public static final String GOOGLE_APIS = "host/*.googleapis.com";

  /** Every address of the Internet, where nobody enforces host names. */
  public static final String ANY_HOST = "host/*";

  static final String HOST = "host/";

  private ResourceWord() {}

  /** A knowledge folder that teams share. */
  public static String folder(Name folder) {
    return "folder/" + folder;
  }

  /** The knowledge folder of one agent. */
  public static String own(AgentId id) {
    return "folder/agents/" + id;
  }

  public static String secret(SecretName secret) {
    return "secret/" + secret;
  }

  /** On TCP 443. */
  public static String host(HostName host) {
    return HOST + host;
  }

  /** An agent's gateway. */
  public static String agent(AgentId id) {
    return "agent/" + id;
  }

  /** A team's pods and their logs. */
  public static String namespace(Name team) {
    return "namespace/" + team;
  }

  /** A Google Cloud project, by its id. */
  public static String project(String project) {
    return "project/" + project;
  }
}
