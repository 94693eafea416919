package dev.kefu.engine.model;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One rule of the model contract; name and description feed the process owners' guide. */
public final class Rule {

  private final String name;
  private final String description;
  private final BiConsumer<Models, Findings> check;

  private Rule(String name, String description, BiConsumer<Models, Findings> check) {
    this.name = name;
    this.description = description;
    this.check = check;
  }

  static Rule ofAll(String name, String description, BiConsumer<Models, Findings> check) {
    return new Rule(name, description, check);
  }

  static Rule ofProcess(String name, String description, BiConsumer<ProcessFile, Findings> check) {
    return each(name, description, Models::processes, check);
  }

  static Rule ofForm(String name, String description, BiConsumer<FormFile, Findings> check) {
    return each(name, description, Models::forms, check);
  }

  static Rule ofDecision(String name, String description, BiConsumer<DecisionFile, Findings> check) {
    return each(name, description, Models::decisions, check);
  }

  private static <T> Rule each(String name, String description, Function<Models, Collection<T>> files, BiConsumer<T, Findings> check) {
    return new Rule(name, description, (models, findings) -> files.apply(models).forEach(file -> check.accept(file, findings)));
  }

  /** Kebab-case, unique. */
  public String name() {
    return name;
  }

  /** One sentence that says what holds. */
  public String description() {
    return description;
  }

  void check(Models models, Findings findings) {
    check.accept(models, findings);
  }
}
