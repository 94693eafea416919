package dev.kefu.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.kefu.KefuIT;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

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
  void formThatFitsStandsInItsVariablesRowAndNowhereElse() {
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS, Map.of("registration", json(text(3000))));

    for (String table : List.of("ACT_RU_VARIABLE", "ACT_HI_VARINST", "ACT_HI_DETAIL")) {
      assertThat(rows(table, instance)).as(table).singleElement().satisfies(row -> {
        assertThat((String) row.get("TEXT_")).contains(text(3000));
        assertThat(row.get("BYTEARRAY_ID_")).isNull();
      });
    }
    assertThat(description(instance)).isEqualTo(text(3000));
    assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance.getId()).singleResult().getValue()).hasToString(json(text(3000)).getValue().toString());
  }

  @Test
  void formThatGrowsAndShrinksIsKeptEachTime() {
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS, Map.of("registration", json(text(10))));

    for (int length : List.of(3900, 5000, 6000, 20, 5000)) {
      runtime.setVariable(instance.getId(), "registration", json(text(length)));
      assertThat(description(instance)).isEqualTo(text(length));
    }
    runtime.setVariable(instance.getId(), "registration", json(text(20)));
    assertThat(rows("ACT_RU_VARIABLE", instance)).singleElement().satisfies(row -> assertThat(row.get("BYTEARRAY_ID_")).isNull());
  }

  @Test
  void formThatAnEarlierReleaseStoredAsBytesIsRead() {
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS, Map.of("registration", json(text(5000))));
    var jdbc = new JdbcTemplate(dataSource);
    jdbc.update("update ACT_GE_BYTEARRAY set BYTES_ = ? where ID_ in (select BYTEARRAY_ID_ from ACT_RU_VARIABLE where PROC_INST_ID_ = ?)", "{\"description\":\"short\"}".getBytes(StandardCharsets.UTF_8),
        instance.getId());

    assertThat(description(instance)).isEqualTo("short");
  }

  private static JsonValue json(String description) {
    return SpinValues.jsonValue("{\"description\":\"" + description + "\"}").create();
  }

  private String description(ProcessInstance instance) {
    return ((SpinJsonNode) runtime.getVariable(instance.getId(), "registration")).prop("description").stringValue();
  }

  private List<Map<String, Object>> rows(String table, ProcessInstance instance) {
    return new JdbcTemplate(dataSource).queryForList("select TEXT_, BYTEARRAY_ID_ from " + table + " where PROC_INST_ID_ = ?", instance.getId());
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
