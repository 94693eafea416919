package dev.kefu.engine.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a form as a whole keeps: platform, kinds, ids, keys. */
final class FormRules {

  static final List<Rule> RULES = List.of(
      Rule.ofForm("form-checkable", "The server can check everything that the form asks for.", FormRules::checkable),
      Rule.ofForm("form-platform", "A form is a Camunda Form of schema version 16 or newer for Camunda Platform 7.24.0.", FormRules::platform),
      Rule.ofForm("form-kinds", "A form uses only the kinds of fields that Tasklist 7.24 shows and the server checks.", FormRules::kinds),
      Rule.ofForm("form-component-id", "Every component has an id of its own that stays: its kind, an underscore, its name.", FormRules::componentId),
      Rule.ofForm("form-key", "A field's key is <root>.<field> in camelCase; a column's is plain.", FormRules::key),
      Rule.ofForm("form-one-root", "All fields of a form stand below one root, each path once.", FormRules::oneRoot),
      Rule.ofForm("form-says-what-to-do", "A form begins with its heading and a sentence that says what to do, in English and Chinese.", FormRules::saysWhatToDo),
      Rule.ofForm("form-expression", "Every FEEL expression in a form can be read.", FormRules::expression));

  /** Kinds and the beginning of their ids. */
  private static final Map<String, String> KINDS = Map.ofEntries(
      Map.entry("textfield", "field"), Map.entry("textarea", "field"), Map.entry("number", "field"), Map.entry("datetime", "field"), Map.entry("checkbox", "field"),
      Map.entry("select", "field"), Map.entry("radio", "field"), Map.entry("checklist", "field"), Map.entry("taglist", "field"),
      Map.entry("dynamiclist", "list"), Map.entry("group", "group"), Map.entry("text", "text"), Map.entry("separator", "separator"), Map.entry("spacer", "spacer"));

  /** What the case fills in; what remains of a line is said of every case. */
  private static final Pattern FILLED_IN = Pattern.compile("\\*\\*[^*]*\\*\\*|\\{\\{[^}]*}}");
  private static final Pattern SENTENCE = Pattern.compile("\\p{L}[\")]*[.?!:][\")]*(\\s|$)");

  /** What Tasklist 7.24 draws; newer Modelers write a higher number, and what they offer beyond is found by its kind. */
  private static final int OLDEST_SCHEMA = 16;

  private FormRules() {
  }

  private static void checkable(FormFile form, Findings findings) {
    if (form.definition().isEmpty()) {
      findings.add(form, form.id(), "The server cannot check this form: " + form.problem());
    }
  }

  private static void platform(FormFile form, Findings findings) {
    boolean good = form.json().path("type").asText().equals("default") && form.json().path("schemaVersion").asInt() >= OLDEST_SCHEMA
        && form.json().path("executionPlatform").asText().equals("Camunda Platform") && form.json().path("executionPlatformVersion").asText().equals("7.24.0");
    if (!good) {
      findings.add(form, form.id(), "The form is not made for Camunda Platform 7.24.0 with schema version 16 or newer. Choose that version at the foot of the Modeler's window.");
    }
  }

  private static void kinds(FormFile form, Findings findings) {
    form.components().stream().filter(component -> !KINDS.containsKey(component.type())).forEach(component -> findings.add(form, component,
        "is of a kind that Kefu does not use. Choose one of " + new TreeSet<>(KINDS.keySet()) + "."));
  }

  private static void componentId(FormFile form, Findings findings) {
    Set<String> ids = new HashSet<>();
    for (FormComponent component : form.components()) {
      String prefix = KINDS.get(component.type());
      String kinds = "dynamiclist".equals(component.type()) ? "(list|field)" : prefix;
      if (prefix != null && !component.id().matches(kinds + "_[A-Za-z0-9_]+")) {
        findings.add(form, component, "needs an id that starts with " + prefix + "_ and says what it is.");
      }
      if (!ids.add(component.id())) {
        findings.add(form, component, "has the id of another component. Give it its own.");
      }
    }
  }

  private static void key(FormFile form, Findings findings) {
    for (FormComponent component : form.components()) {
      String shape = component.list() == null ? Texts.CAMEL_CASE + "(\\." + Texts.CAMEL_CASE + ")+" : Texts.CAMEL_CASE;
      if (component.isInput() && !component.path().matches(component.list() == null ? shape : "(" + Texts.CAMEL_CASE + "\\.)*" + shape)) {
        findings.add(form, component, component.list() == null ? "has the key \"" + component.path() + "\". Write <root>.<field> in camelCase, like need.question."
            : "has the key \"" + component.path() + "\". A column's key is one word in camelCase.");
      }
    }
  }

  private static void oneRoot(FormFile form, Findings findings) {
    if (form.roots().size() > 1) {
      findings.add(form, form.id(), "The form's fields stand below " + form.roots() + ". Put them below one root, which belongs to this form alone.");
    }
    Set<String> paths = new HashSet<>();
    form.inputs().stream().filter(component -> !paths.add(component.path())).forEach(component -> findings.add(form, component,
        "has the key of another field, \"" + component.path() + "\". Give it its own."));
  }

  private static void saysWhatToDo(FormFile form, Findings findings) {
    String intro = form.components().stream().findFirst().filter(component -> component.type().equals("text")).map(component -> component.text("text")).orElse("");
    boolean says = intro.startsWith("## ") && intro.lines().skip(1).map(line -> FILLED_IN.matcher(line).replaceAll(""))
        .anyMatch(line -> Texts.isBilingual(line) && SENTENCE.matcher(line).find());
    if (!says) {
      findings.add(form, form.id(), "The form does not say what to do. Begin it with a text: its heading (##), and below a sentence in English and Chinese.");
    }
  }

  private static void expression(FormFile form, Findings findings) {
    form.components().forEach(component -> component.texts().stream().filter(text -> text.startsWith("=")).forEach(text ->
        Feel.problem(text.substring(1)).ifPresent(problem -> findings.add(form, component, "has the expression \"" + text + "\", which cannot be read. Correct it. (" + problem + ")"))));
  }
}
