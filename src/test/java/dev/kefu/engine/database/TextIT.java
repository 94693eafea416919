package dev.kefu.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.kefu.KefuIT;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class TextIT {

  /** Two characters of four bytes each in UTF-8 (H2 counts them double), and common ones of three. */
  private static final String PATTERN = "𠮷😀客戶服務部的投訴記錄";
  private static final String PROCESS = "text-" + UUID.randomUUID();

  @Autowired
  RepositoryService repository;
  @Autowired
  RuntimeService runtime;
  @Autowired
  TaskService tasks;
  @Autowired
  HistoryService history;
  @Autowired
  Utf8mb4Conversion conversion;
  @Autowired
  DataSource dataSource;

  private String deployment;

  @BeforeEach
  void deploy() {
    deployment = repository.createDeployment().name(PROCESS).addModelInstance(PROCESS + ".bpmn",
        Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent().userTask().endEvent().done()).deploy().getId();
  }

  @AfterEach
  void undeploy() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void formOfFiveThousandCharactersIsKept() {
    String text = text(5000);
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS,
        Map.of("registration", SpinValues.jsonValue("{\"description\": \"" + text + "\"}").create()));

    SpinJsonNode registration = (SpinJsonNode) runtime.getVariable(instance.getId(), "registration");
    assertThat(registration.prop("description").stringValue()).isEqualTo(text);
  }

  @Test
  void textVariableOfThreeThousandCharactersIsKeptAndFound() {
    String text = text(3000);
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS, Map.of("remark", text));

    assertThat(runtime.getVariable(instance.getId(), "remark")).isEqualTo(text);
    assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance.getId()).variableValueEquals("remark", text).count()).isEqualTo(1);
  }

  @Test
  void businessKeyIsKeptAndFound() {
    String key = text(150) + UUID.randomUUID();
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS, key);

    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult().getId()).isEqualTo(instance.getId());
    assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key.replace("𠮷", "吉")).count()).isZero();
  }

  @Test
  void commentOfThreeThousandCharactersIsKept() {
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS);
    Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    tasks.createComment(task.getId(), instance.getId(), text(3000));

    assertThat(tasks.getTaskComments(task.getId())).extracting(Comment::getFullMessage).containsExactly(text(3000));
  }

  @Test
  void nothingIsConvertedTwice() {
    assertThat(conversion.convert()).isEmpty();
  }

  @Test
  void engineStartsOnItsSchemaAgain() {
    assertThatNoException().isThrownBy(() -> secondEngine().close());
  }

  private ProcessEngine secondEngine() {
    ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("second").setDataSource(dataSource).setHistory(ProcessEngineConfiguration.HISTORY_FULL)
        .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setCmmnEnabled(false);
    return configuration.buildProcessEngine();
  }

  private static String text(int characters) {
    String text = PATTERN.repeat(characters);
    return text.substring(0, text.offsetByCodePoints(0, characters));
  }
}
