package dev.kefu.operation.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.operation.OperationTrial;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the running program prints. */
@KefuIT
@ExtendWith(OutputCaptureExtension.class)
class LogLinesIT {

  private static final Logger LOG = LoggerFactory.getLogger(LogLinesIT.class);

  @Autowired private ProcessEngine engine;

  private OperationTrial trial;

  @BeforeEach
  void deploy() {
    trial = new OperationTrial(engine);
    trial.deploy();
  }

  @AfterEach
  void remove() {
    trial.remove();
  }

  @Test
  void whatAStepOfACaseLogsCarriesTheCaseNumber(CapturedOutput log) {
    ProcessInstance one = trial.atConfirm();

    assertThat(log).contains("[" + one.getBusinessKey() + "] ").contains("Nobody waits for the message operation.nobodyWaits");
    LOG.info("The next line is about no case");
    assertThat(log.toString().lines().filter(line -> line.endsWith("about no case")).toList()).singleElement().asString().doesNotContain("OPS-");
  }

  @Test
  void personalDataNeverReachTheConsole(CapturedOutput log) {
    LOG.error("Told {} on {}", "wang@example.com", "13800138000", new IllegalStateException("Duplicate entry '王小明' for key 'name'"));

    assertThat(log).contains("Told ●●● on ●●●").contains("Duplicate entry '●●●'").doesNotContain("wang@example.com", "13800138000", "王小明");
  }
}
