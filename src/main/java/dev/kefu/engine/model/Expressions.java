package dev.kefu.engine.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Finds the expressions of a model and tells plain reading from logic. */
final class Expressions {

  private static final Pattern PLACE = Pattern.compile("[$#]\\{([^{}]*)}");
  private static final Pattern PATH = Pattern.compile("\\s*([A-Za-z_]\\w*)(\\.[A-Za-z_]\\w*)*\\s*");
  /** One fact of a form, where a step hands it on: {@code need.prop('content').stringValue()}. */
  static final Pattern FACT = Pattern.compile("([a-z]\\w*)\\.prop\\('(\\w+)'\\)\\.(string|number|bool)Value\\(\\)");
  /** A table's result, where its task gives it a name. */
  private static final Pattern RESULT = Pattern.compile("decisionResult\\.(getSingleEntry\\(\\)|getSingleResult\\(\\)\\.[a-z]\\w*)");
  /** What a select offers: {@code colleagueChoices.inRole('relationship-specialist')}, {@code colleagueChoices.everybody()}. */
  private static final Pattern CHOICES = Pattern.compile("[a-z]\\w*Choices\\.[a-z]\\w*\\(('[\\w,-]*')?\\)");
  private static final Set<String> CONDITIONS = Set.of("conditionExpression", "completionCondition", "condition");
  private static final List<String> SPOKEN = List.of("documentation", "text");

  /**
   * One text with an expression in it.
   *
   * @param holder the XML element
   * @param attribute name of the attribute that holds it; empty for the element's text
   */
  record Place(Element holder, String attribute, String text) {

    boolean isCondition() {
      return CONDITIONS.contains(holder.getLocalName()) && attribute.isEmpty();
    }

    /** Nearest id from the inside out, that of the drawn element. */
    String owner() {
      Element element = holder;
      while (element.getAttribute("id").isEmpty() || element.getLocalName().endsWith("EventDefinition") || element.getLocalName().startsWith("multiInstance")) {
        element = (Element) element.getParentNode();
      }
      return element.getAttribute("id");
    }

    /** What is read, or empty when it holds logic. */
    Optional<Set<String>> variables() {
      if (isCondition()) {
        return Condition.variables(text);
      }
      String bare = holder.getLocalName().equals("outputParameter") ? text.replaceAll("\\$\\{" + RESULT + "}", "")
          : holder.getLocalName().equals("inputParameter") ? text.replaceAll("\\$\\{" + CHOICES + "}", "") : text;
      return Expressions.variables(bare);
    }
  }

  private Expressions() {
  }

  static Stream<Place> of(Element root) {
    return Xml.all(root).filter(element -> !SPOKEN.contains(element.getLocalName())).flatMap(element -> Stream.concat(
        Xml.attributes(element).stream().filter(attribute -> !attribute.getLocalName().equals("name"))
            .map(attribute -> new Place(element, attribute.getLocalName(), attribute.getValue())),
        Stream.of(new Place(element, "", Xml.text(element))))).filter(place -> place.text().contains("${") || place.text().contains("#{"));
  }

  /** First names of all {@code ${…}} in a text, or empty when one of them is more than a variable or a part of one. */
  static Optional<Set<String>> variables(String text) {
    Set<String> variables = new LinkedHashSet<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      Matcher path = PATH.matcher(place.group(1));
      Matcher fact = FACT.matcher(place.group(1));
      if (!path.matches() && !fact.matches()) {
        return Optional.empty();
      }
      variables.add(path.matches() ? path.group(1) : fact.group(1));
    }
    String rest = place.replaceAll("");
    return rest.contains("${") || rest.contains("#{") ? Optional.empty() : Optional.of(variables);
  }

  static boolean isExpression(String text) {
    return text != null && (text.contains("${") || text.contains("#{"));
  }
}
