package dev.kefu.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.engine.ModelProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What each kind of field keeps, so that the server can check it and everybody can read it. */
final class FieldRules {

  static final List<Rule> RULES = List.of(
      field("field-label", "Every field, group and text has an English and a Chinese wording.", "needs a label in English and Chinese, like \"Phone 電話\".",
          component -> (component.isInput() || component.type().equals("group")) && !Texts.isBilingual(component.label())
              || component.type().equals("text") && !Texts.isBilingual(component.text("text"))),
      field("field-max-length", "A text has a greatest length.", "needs a maximum length.",
          component -> component.type().startsWith("text") && component.isField() && component.validate("maxLength").asInt() < 1),
      field("field-pattern", "A pattern covers the whole text (^…$) and can be read.", "needs a pattern that starts with ^, ends with $ and can be read.",
          component -> component.validate("pattern").isTextual() && !isWholePattern(component.validate("pattern").asText())),
      field("field-no-preset", "Phone numbers and addresses are checked by a pattern of our own.",
          "uses a preset that refuses Chinese numbers. Choose \"Custom\" and write a pattern.",
          component -> Set.of("phone", "email").contains(component.validate("validationType").asText())),
      field("field-money", "Money is a number with the suffix 元, two decimals, kept as a text.", "is money: give it the suffix 元, 2 decimal digits, and output as string.",
          component -> component.type().equals("number") && isMoney(component)
              && !(component.json().path("decimalDigits").asInt() == 2 && component.json().path("serializeToString").asBoolean() && suffix(component).equals("元"))),
      field("field-date", "A date is a date, or a date and time with the offset from UTC.", "must be a date, or a date and time in the format \"UTC offset\".",
          component -> component.type().equals("datetime") && !component.text("subtype").equals("date")
              && !(component.text("subtype").equals("datetime") && component.text("timeSerializingFormat").equals("utc_offset"))),
      Rule.ofForm("field-options", "Options are camelCase codes, each once, with an English and Chinese label; a radio has at most four.", FieldRules::options),
      Rule.ofForm("field-list", "A dynamic list has columns, and limits that are whole numbers.", FieldRules::list),
      Rule.ofForm("field-properties", "Fields carry only properties that Kefu knows; classified fields name known roles.", FieldRules::properties),
      Rule.ofForm("field-attachment", "A text that asks for an attachment names its kind in camelCase, each kind once, not in a list.", FieldRules::attachment),
      Rule.ofAll("field-classified-roles", "A classified field names roles of the role list.", FieldRules::classifiedRoles));

  private static final Set<String> PROPERTIES = Set.of(ModelProperties.CLASSIFIED, ModelProperties.ATTACHMENT, ModelProperties.MIN_ROWS, ModelProperties.MAX_ROWS);

  private FieldRules() {
  }

  private static Rule field(String name, String description, String message, Predicate<FormComponent> wrong) {
    return Rule.ofForm(name, description, (form, findings) -> form.components().stream().filter(wrong).forEach(component -> findings.add(form, component, message)));
  }

  private static boolean isWholePattern(String pattern) {
    try {
      Pattern.compile(pattern);
      return pattern.startsWith("^") && pattern.endsWith("$");
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean isMoney(FormComponent component) {
    return suffix(component).contains("元") || component.json().path("decimalDigits").asInt() == 2 && component.json().path("serializeToString").asBoolean();
  }

  private static String suffix(FormComponent component) {
    return component.json().path("appearance").path("suffixAdorner").asText();
  }

  private static void options(FormFile form, Findings findings) {
    for (FormComponent component : form.components().stream().filter(FormComponent::isChoice).toList()) {
      JsonNode options = component.json().path("values");
      Set<String> codes = new HashSet<>();
      if (options.isEmpty() && component.text("valuesKey").isEmpty() && component.text("valuesExpression").isEmpty()) {
        findings.add(form, component, "offers nothing. Add options, or name the variable that holds them.");
      }
      for (JsonNode option : options) {
        String code = option.path("value").asText();
        if (!code.matches(Texts.CAMEL_CASE) || !codes.add(code)) {
          findings.add(form, component, "has the option value \"" + code + "\". Values are English codes in camelCase, each used once.");
        }
        if (!Texts.isBilingual(option.path("label").asText())) {
          findings.add(form, component, "has the option \"" + option.path("label").asText() + "\". Labels are English and Chinese, like \"Phone 電話\".");
        }
      }
      if (component.type().equals("radio") && options.size() > 4) {
        findings.add(form, component, "is a radio with more than four options. Make it a select.");
      }
    }
  }

  private static void list(FormFile form, Findings findings) {
    for (FormComponent list : form.components().stream().filter(component -> component.type().equals("dynamiclist")).toList()) {
      if (list.json().path("components").isEmpty()) {
        findings.add(form, list, "has no columns. Add some.");
      }
      Stream.of(ModelProperties.MIN_ROWS, ModelProperties.MAX_ROWS).map(name -> list.json().path("properties").path(name))
          .filter(limit -> !limit.isMissingNode() && !limit.asText().matches("\\d+")).forEach(limit -> findings.add(form, list,
              "has the limit \"" + limit.asText() + "\" of rows. Write a whole number."));
    }
  }

  private static void properties(FormFile form, Findings findings) {
    form.components().forEach(component -> component.json().path("properties").fieldNames().forEachRemaining(name -> {
      boolean misplaced = switch (name) {
        case ModelProperties.CLASSIFIED -> !component.isField();
        case ModelProperties.ATTACHMENT -> !component.type().equals("text");
        default -> !component.type().equals("dynamiclist");
      };
      if (!PROPERTIES.contains(name)) {
        findings.add(form, component, "has the property \"" + name + "\", which means nothing here. Known are classified, attachment, minRows and maxRows.");
      } else if (misplaced) {
        findings.add(form, component, "has the property \"" + name + "\", which has no effect on this kind of field. Remove it.");
      }
    }));
  }

  private static void attachment(FormFile form, Findings findings) {
    Set<String> kinds = new HashSet<>();
    form.components().stream().filter(component -> component.json().path("properties").has(ModelProperties.ATTACHMENT)).forEach(component -> {
      String kind = component.json().path("properties").path(ModelProperties.ATTACHMENT).asText();
      if (!kind.matches(Texts.CAMEL_CASE)) {
        findings.add(form, component, "asks for an attachment of the kind \"" + kind + "\". Write one English word in camelCase, like receipt.");
      } else if (component.list() != null) {
        findings.add(form, component, "asks for an attachment in a list. Attachments belong to the whole case: put the text outside of the list.");
      } else if (!kinds.add(kind)) {
        findings.add(form, component, "asks for an attachment of the kind \"" + kind + "\", which another text asks for. Give it its own kind.");
      }
    });
  }

  private static void classifiedRoles(Models models, Findings findings) {
    models.forms().forEach(form -> form.components().stream().filter(component -> component.json().path("properties").has(ModelProperties.CLASSIFIED)).forEach(component -> {
      Set<String> roles = Texts.list(component.json().path("properties").path(ModelProperties.CLASSIFIED).asText());
      if (roles.isEmpty() || !models.around().roles().containsAll(roles)) {
        findings.add(form, component, "is classified for " + roles + ". Name one or more role ids of the role list.");
      }
    }));
  }
}
