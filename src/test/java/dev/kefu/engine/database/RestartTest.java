package dev.kefu.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuApplication;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Not among the tests that share one context: it starts and stops a whole Kefu. */
class RestartTest {

  @TempDir
  Path data;

  @Test
  void restartLosesNothing() {
    String caseId;
    try (ConfigurableApplicationContext first = start()) {
      assertThat(data.resolve(ProcessIdFile.NAME)).hasContent(Long.toString(ProcessHandle.current().pid()));
      caseId = startCase(first);
    }
    assertThat(data.resolve(ProcessIdFile.NAME)).doesNotExist();

    try (ConfigurableApplicationContext second = start()) {
      assertThat(second.getBean(RuntimeService.class).getVariable(caseId, "remark")).isEqualTo("留下 𠮷😀");
    }
  }

  private static String startCase(ConfigurableApplicationContext kefu) {
    kefu.getBean(RepositoryService.class).createDeployment().addModelInstance("restart-trial.bpmn",
        Bpmn.createExecutableProcess("restart-trial").camundaHistoryTimeToLiveString("P1D").startEvent().userTask().endEvent().done()).deploy();
    return kefu.getBean(RuntimeService.class).startProcessInstanceByKey("restart-trial", Map.of("remark", "留下 𠮷😀")).getId();
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(KefuApplication.class).profiles("demo", "test").run("--kefu.data=" + data, "--server.port=0");
  }
}
