package dev.kefu.engine.deployment;

import java.util.List;

/**
 * Result of comparing a deployment's files with the running system.
 *
 * @param state what is so
 * @param deploymentId the engine's deployment that is in effect; null when there is none
 * @param differing names of the files that differ from it, where a newer version was released
 */
record DeploymentComparison(DeploymentState state, String deploymentId, List<String> differing) {
}
