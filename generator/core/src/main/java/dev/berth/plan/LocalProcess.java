package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.AgentId;
import dev.berth.model.ByteSize;
import dev.berth.model.ChannelKind;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.Origin;
import dev.berth.model.Soul;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One agent as a process of this machine: {@code openclaw gateway run}. It runs as whoever starts
 * it, so nothing but its own configuration keeps it from what that person may do.
 *
 * @param name {@code research/reader/process}
 * @param openclaw what {@code templates/openclaw/openclaw.json} may say; its paths begin with
 *     {@code ${BERTH_AGENT_HOME}}
 * @param model what answers it
 * @param memory what it and its children may hold together; it is restarted beyond that
 * @param heapMebibytes of Node
 * @param own access to its own knowledge; empty for none
 * @param shared folders that come down beside it, sorted
 * @param channels those it answers on, whose plugins OpenClaw needs
 */
public record LocalProcess(
    String name,
    AgentId id,
    Map<String, Object> openclaw,
    Soul soul,
    OpenClawVersion version,
    ModelId model,
    ByteSize memory,
    int heapMebibytes,
    Optional<Access> own,
    List<Name> shared,
    List<ChannelKind> channels,
    Origin because)
    implements PlannedResource {

  /** No provider's: Pulumi never sees it. */
  public static final String TYPE = "berth:local:Process";

  /** The variables its configuration asks for. */
  public static final String HOME_VARIABLE = "BERTH_AGENT_HOME";

  /** Holds the gateway's own token. */
  public static final String TOKEN_VARIABLE = "OPENCLAW_GATEWAY_TOKEN";

  /** Holds the port of Berth's own model server, for {@code berth/echo}. */
  public static final String ECHO_PORT_VARIABLE = "BERTH_ECHO_PORT";

  /** Holds what a model server of one's own is shown as a key. */
  public static final String MODEL_KEY_VARIABLE = "BERTH_MODEL_KEY";

  @Override
  public String type() {
    return TYPE;
  }

  /** Whether it asks Berth's own model server. */
  public boolean echoes() {
    return model.equals(ModelId.ECHO);
  }
}
