package dev.kefu.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/**
 * One decision table.
 *
 * @param decision the first decision of the file
 * @param table its table
 */
record DecisionFile(String path, DmnModelInstance model, Decision decision, DecisionTable table) implements ModelFile {

  static DecisionFile read(String path, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DmnModelInstance model = Dmn.readModelFromStream(in);
      Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
      if (decisions.size() != 1 || !(decisions.iterator().next().getExpression() instanceof DecisionTable table)) {
        throw new IllegalArgumentException("it must hold exactly one decision, with a table");
      }
      return new DecisionFile(path, model, decisions.iterator().next(), table);
    }
  }

  @Override
  public String id() {
    return decision.getId();
  }

  List<Input> inputs() {
    return List.copyOf(table.getInputs());
  }

  List<Output> outputs() {
    return List.copyOf(table.getOutputs());
  }

  /** The cell's text; an empty one stands for "any". */
  static String text(DmnElement cell) {
    String text = cell == null ? "" : cell.getTextContent().strip();
    return text.equals("-") ? "" : text;
  }
}
