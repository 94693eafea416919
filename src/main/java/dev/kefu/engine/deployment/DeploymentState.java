package dev.kefu.engine.deployment;

/** How the running system stands to the files of a deployment. */
enum DeploymentState {
  /** The latest version in the running system is that of the files. */
  IN_STEP("inStep"),
  /** The files changed; the next start deploys them. */
  FILES_NEWER("filesNewer"),
  /** A newer version was released in the running system; the files wait until somebody decides. */
  RELEASED_SINCE("releasedSince"),
  /** The files are gone; no new cases start. */
  FILE_REMOVED("fileRemoved");

  private final String text;

  DeploymentState(String text) {
    this.text = text;
  }

  /** The state's name in answers. */
  String text() {
    return text;
  }
}
