package dev.kefu.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The models, tables and forms that are in effect, and the one way to replace them in the running system. Files are known by their path below the
 * project, {@code processes/complaint/complaint-handling.bpmn}. Whoever calls has checked the person's right.
 */
public interface RunningModels {

  /**
   * A file in effect.
   *
   * @param path folder and name below the project
   * @param deployment name of the deployment that it belongs to: the id of its process
   * @param released whether it was released in the running system and differs from the program's file
   * @param content its bytes
   */
  record RunningFile(String path, String deployment, boolean released, byte[] content) {
  }

  /**
   * What is wrong with a file.
   *
   * @param path the file; empty for what concerns all of them
   * @param element id of the element, field or row
   * @param message in plain words, with the element's name
   * @param rule the broken rule
   */
  record Wrong(String path, String element, String message, String rule) {
  }

  /**
   * A deployment that was made.
   *
   * @param name id of its process
   * @param deploymentId the engine's
   */
  record Deployed(String name, String deploymentId) {
  }

  /**
   * A running case that cannot follow to a new version.
   *
   * @param caseNumber number of the case; its instance's id where it has none
   * @param process id of the process
   * @param step name and id of the step where it stands
   * @param reason why, in plain words
   */
  record StuckCase(String caseNumber, String process, String step, String reason) {
  }

  /**
   * What happens, or happened, to running cases.
   *
   * @param moved how many follow to the new version, called parts counted one by one
   * @param stuck those that stay with the version in which they are
   */
  record CaseMove(int moved, List<StuckCase> stuck) {
  }

  /** Is told how far the taking over is, after each case. */
  @FunctionalInterface
  interface Progress {

    /**
     * One more case was looked at.
     *
     * @param moved how many followed until now
     * @param left how many are still to be looked at
     */
    void at(int moved, int left);
  }

  /** All files in effect, by path. */
  List<RunningFile> all();

  /**
   * Where a file of this name belongs: its own path where there is one, else that of the process whose id its name begins with.
   *
   * @param inEffect what {@link #all} said
   * @return empty when no process has such an id
   */
  String pathOf(String fileName, Collection<RunningFile> inEffect);

  /**
   * Checks files by the rules of the build, together with all others in effect. What was wrong before is not told.
   *
   * @param changed path to content
   */
  List<Wrong> check(Map<String, byte[]> changed);

  /**
   * What would happen to running cases: nothing is changed.
   *
   * @throws UnusableModel when the engine does not take one of the files
   */
  CaseMove forecast(Map<String, byte[]> changed);

  /**
   * Puts files into effect, each with all of its deployment, in one transaction and one node at a time.
   *
   * @param changed path to content
   * @param basis path to the digest of the file that the change was made to ({@link #digest}); empty for a new file
   * @throws StaleModel when one of the files in effect is another one by now
   * @throws UnusableModel when the engine does not take one of them
   */
  List<Deployed> release(Map<String, byte[]> changed, Map<String, String> basis);

  /**
   * Takes running cases over to the versions in a deployment, each in a transaction of its own; who cannot follow stays and is told. The same again takes
   * those that are left.
   */
  CaseMove moveCases(List<Deployed> deployed, Progress progress);

  /** SHA-256 of a file's content, in hexadecimal digits. */
  String digest(byte[] content);

  /** A file in effect is not the one that somebody changed: another release came in between. */
  class StaleModel extends RuntimeException {

    private final String path;

    /** Names the file. */
    public StaleModel(String path) {
      super(path);
      this.path = path;
    }

    public String path() {
      return path;
    }
  }

  /** The engine does not take a file; the message says why and where. */
  class UnusableModel extends RuntimeException {

    /** Makes one of the engine's own. */
    public UnusableModel(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
