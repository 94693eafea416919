package dev.kefu.engine.deployment;

/** Says in plain words how a deployment stands, and what to do about it. */
final class DeploymentAdvice {

  private DeploymentAdvice() {
  }

  static String of(String name, DeploymentComparison comparison) {
    return switch (comparison.state()) {
      case IN_STEP -> name + ": the running system has the version of the files.";
      case FILES_NEWER -> name + ": the files changed; the next start deploys them.";
      case RELEASED_SINCE -> releasedSince(name, comparison);
      case FILE_REMOVED -> fileRemoved(name);
    };
  }

  static String fileRemoved(String name) {
    return name + ": its files are gone. No new cases start; running cases go on. Put the files back to allow new cases.";
  }

  private static String releasedSince(String name, DeploymentComparison comparison) {
    return name + ": a newer version was released in the running system (deployment " + comparison.deploymentId()
        + "), so the files were not deployed. They differ in " + String.join(", ", comparison.differing())
        + ". To keep the released version, save its files over those in processes/ and forms/."
        + " To return to the files, deploy all of them together in Camunda Modeler under the name " + name + ".";
  }
}
