package dev.kefu.engine.deployment;

import java.time.LocalDateTime;
import java.util.List;

/**
 * How one deployment of the program's files stands.
 *
 * @param name process id
 * @param state {@code inStep}, {@code filesNewer}, {@code releasedSince} or {@code fileRemoved}
 * @param advice what is so and what to do, in plain words
 * @param deployedAt when it was last deployed from files; null when it never was
 * @param retiredProcesses processes of it whose model is gone: they take no new cases
 */
record DeploymentView(String name, String state, String advice, LocalDateTime deployedAt, List<String> retiredProcesses) {
}
