package dev.kefu.engine.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** Reads from a file what the deployment needs to know of it. */
final class ModelReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** By digest of the file: each start and each release asks for all files, of which hardly one has changed. */
  private static final Map<String, Names> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75F, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Names> eldest) {
      return size() > MOST_KNOWN;
    }
  });
  private static final int MOST_KNOWN = 2000;

  private ModelReader() {
  }

  /**
   * What a model or a table names.
   *
   * @param processes ids of the processes in a model
   * @param decisions ids of the decisions that a model's business rule tasks name, or that a table's file holds
   */
  record Names(SortedSet<String> processes, SortedSet<String> decisions) {
  }

  /** What a model names; it is valid by the BPMN schema. */
  static Names model(ModelFile file) {
    return names(file, () -> {
      BpmnModelInstance model = Bpmn.readModelFromStream(file.open());
      return new Names(processes(model), decisionsUsedBy(model));
    });
  }

  private static SortedSet<String> processes(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).stream().filter(Process::isExecutable).map(Process::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> decisionsUsedBy(BpmnModelInstance model) {
    return model.getModelElementsByType(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaDecisionRef).filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ids of the decisions in a decision table's file. */
  static SortedSet<String> decisions(ModelFile table) {
    return names(table, () -> new Names(new TreeSet<>(), Dmn.readModelFromStream(table.open()).getModelElementsByType(Decision.class).stream()
        .map(Decision::getId).collect(Collectors.toCollection(TreeSet::new)))).decisions();
  }

  /** Refuses a form whose id is not its file's name: the engine takes it, and no task finds it. */
  static void checkForm(ModelFile form) {
    try {
      String id = JSON.readTree(form.content()).path("id").asText();
      if (!id.equals(form.stem())) {
        throw new UnusableFileException(form.name(), "the form's id is \"" + id + "\", it must be \"" + form.stem() + "\" like the file", null);
      }
    } catch (IOException e) {
      throw new UnusableFileException(form.name(), "not a Camunda Form: " + e.getMessage(), e);
    }
  }

  private static Names names(ModelFile file, Supplier<Names> reader) {
    String digest = DigestUtils.sha256Hex(file.content());
    Names known = KNOWN.get(digest);
    if (known == null) {
      known = read(file, reader);
      KNOWN.put(digest, known);
    }
    return known;
  }

  private static Names read(ModelFile file, Supplier<Names> reader) {
    try {
      return reader.get();
    } catch (ModelException e) {
      String reason = e.getCause() == null ? e.getMessage() : e.getMessage() + ": " + e.getCause().getMessage();
      throw new UnusableFileException(file.name(), reason, e);
    }
  }
}
