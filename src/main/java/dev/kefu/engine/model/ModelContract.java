package dev.kefu.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every process model, form and decision table must keep, checked without an engine; nothing here is checked by the engine at deployment. */
public final class ModelContract {

  private static final List<Rule> RULES = Stream.of(
      FileRules.RULES, ProcessRules.RULES, ElementRules.RULES, TaskRules.RULES, FourEyesRules.RULES, CallRules.RULES, EventRules.RULES, GatewayRules.RULES,
      VariableRules.RULES, FormRules.RULES, FieldRules.RULES, DecisionRules.RULES, DeadlineRules.RULES, TemplateRules.RULES, PictureRules.RULES).flatMap(List::stream).toList();

  private ModelContract() {
  }

  /** All rules, in the order of the guide. */
  public static List<Rule> rules() {
    return RULES;
  }

  /**
   * Checks all files below two folders against all rules.
   *
   * @param processes folder of models and decision tables, one sub-folder per capability
   * @param forms folder of forms with the same sub-folders
   * @throws java.io.UncheckedIOException when a folder cannot be listed; a file that cannot be read is a finding
   */
  public static List<Finding> check(Path processes, Path forms, Surroundings around) {
    Models models = Models.read(processes, forms, around);
    return Stream.concat(models.unreadable().stream(), RULES.stream().flatMap(rule -> {
      Findings findings = new Findings(rule.name());
      rule.check(models, findings);
      return findings.found().stream();
    })).distinct().toList();
  }

  /**
   * Names of the variables that a case may have in each process, by process id: what some step, message or caller of it sets.
   *
   * @param processes as in {@link #check}
   * @param forms as in {@link #check}
   */
  public static Map<String, Set<String>> variables(Path processes, Path forms) {
    Models models = Models.read(processes, forms, null);
    return models.processes().stream().collect(Collectors.toMap(ProcessFile::id, models::variables));
  }
}
