package dev.kefu.engine.model;

import java.nio.file.Path;
import java.util.Set;

/**
 * What the models lean on outside of their folders.
 *
 * @param roles ids of all roles, merged posts included
 * @param outsiders those of them that never log in
 * @param delegates names of all delegate beans
 * @param apiMessages names of the messages that an API call of Kefu delivers
 * @param classPath folder that holds the built copies {@code processes/} and {@code forms/}; null when there is none to compare with
 * @param proceduresToCome how many call activities may still stand for a procedure that is not built yet; less than zero for any number
 */
public record Surroundings(Set<String> roles, Set<String> outsiders, Set<String> delegates, Set<String> apiMessages, Path classPath, int proceduresToCome) {

  /** What the models of a running system lean on; there is nothing built to compare with, and procedures to come are counted by the build. */
  public static Surroundings ofRunningSystem(Set<String> roles, Set<String> outsiders, Set<String> delegates) {
    return new Surroundings(roles, outsiders, delegates, ProjectSurroundings.API_MESSAGES, null, -1);
  }
}
