package dev.kefu.engine.deployment;

import java.time.LocalDateTime;

/**
 * What was last deployed from files under a name.
 *
 * @param name process id
 * @param filesHash hash of the files, see {@link DeploymentUnit#hash()}
 * @param deploymentId the engine's id
 * @param deployedAt time in the office's zone
 * @param present whether the files are still there
 */
record FileDeployment(String name, String filesHash, String deploymentId, LocalDateTime deployedAt, boolean present) {
}
