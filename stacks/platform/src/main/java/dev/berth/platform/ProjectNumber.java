package dev.berth.platform;

import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.core.annotations.Import;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOutputOptions;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.Resource;
import dev.berth.resources.GoogleProvider;
import java.util.Map;

/** Asks Google for the number of a project: identities are spelled with it, not with the id. */
final class ProjectNumber {

  private static final String FUNCTION = "gcp:organizations/getProject:getProject";

  private ProjectNumber() {}

  /**
   * @param after resources that switch on what it asks
   */
  static Output<String> of(String project, GoogleProvider google, Resource... after) {
    return Deployment.getInstance()
        .invoke(
            FUNCTION,
            TypeShape.map(String.class, Object.class),
            new Args(Output.of(project)),
            new InvokeOutputOptions.Builder().provider(google).dependsOn(after).build())
        .applyValue(ProjectNumber::number);
  }

  private static String number(Map<String, Object> found) {
    if (found.get("number") instanceof String number && !number.isEmpty()) {
      return number;
    }
    throw new IllegalStateException("Google did not tell the project's number");
  }

  static final class Args extends InvokeArgs {
    @Import final Output<String> projectId;

    Args(Output<String> projectId) {
      this.projectId = projectId;
    }
  }
}
