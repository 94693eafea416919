package dev.kefu.engine.deployment;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deploys before the web server takes requests and before the first job runs. */
@Component
@RequiredArgsConstructor
class DeploymentAtStart implements SmartLifecycle {

  private final FileDeployer deployer;
  private volatile boolean running;

  @Override
  public void start() {
    deployer.deploy();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 4096;
  }
}
