package dev.kefu.engine.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lombok.extern.slf4j.Slf4j;

/** Decides which files are deployed together; small deployments, because a change in one file gives all of its deployment a new version. */
@Slf4j
final class DeploymentPlan {

  private final SortedMap<String, ModelFile> models = new TreeMap<>();
  private final SortedMap<String, List<ModelFile>> filesByUnit = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> processesByUnit = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> decisionsByUnit = new TreeMap<>();
  private final SortedMap<String, String> firstUserOfDecision = new TreeMap<>();

  private DeploymentPlan() {
  }

  /** Sorts the files into deployments, by name. */
  static List<DeploymentUnit> of(List<ModelFile> files) {
    DeploymentPlan plan = new DeploymentPlan();
    files.stream().filter(file -> file.is(ModelFile.MODEL)).forEach(model -> plan.models.put(model.stem(), model));
    plan.models.values().forEach(plan::addModel);
    files.stream().filter(file -> file.is(ModelFile.DECISION)).forEach(plan::addDecisions);
    files.stream().filter(file -> file.is(ModelFile.FORM)).forEach(plan::addForm);
    return plan.units();
  }

  private void addModel(ModelFile file) {
    String unit = unitOf(file.stem());
    ModelReader.Names names = ModelReader.model(file);
    add(unit, file);
    processesByUnit.computeIfAbsent(unit, any -> new TreeSet<>()).addAll(names.processes());
    names.decisions().forEach(decision -> firstUserOfDecision.merge(decision, unit, DeploymentPlan::first));
  }

  private void addDecisions(ModelFile table) {
    SortedSet<String> decisions = ModelReader.decisions(table);
    String unit = decisions.stream().map(firstUserOfDecision::get).filter(user -> user != null).min(Comparator.naturalOrder())
        .orElse(table.stem());
    add(unit, table);
    decisionsByUnit.computeIfAbsent(unit, any -> new TreeSet<>()).addAll(decisions);
  }

  private void addForm(ModelFile form) {
    ModelReader.checkForm(form);
    longestModelBefore(form.stem()).ifPresentOrElse(model -> add(unitOf(model), form),
        () -> log.warn("{} is not deployed: its id starts with no process id. Rename the form, or remove the file.", form.name()));
  }

  /** A part {@code <process-id>-<part>} is deployed with the process it is a part of. */
  private String unitOf(String modelStem) {
    return longestModelBefore(modelStem).map(this::unitOf).orElse(modelStem);
  }

  private Optional<String> longestModelBefore(String stem) {
    return models.keySet().stream().filter(model -> stem.startsWith(model + "-")).max(Comparator.comparingInt(String::length));
  }

  private void add(String unit, ModelFile file) {
    filesByUnit.computeIfAbsent(unit, any -> new ArrayList<>()).add(file);
  }

  private List<DeploymentUnit> units() {
    return filesByUnit.entrySet().stream().map(entry -> new DeploymentUnit(entry.getKey(), sorted(entry.getValue()),
        processesByUnit.getOrDefault(entry.getKey(), new TreeSet<>()), decisionsByUnit.getOrDefault(entry.getKey(), new TreeSet<>()))).toList();
  }

  private static List<ModelFile> sorted(List<ModelFile> files) {
    return files.stream().sorted(Comparator.comparing(ModelFile::name)).toList();
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
