package dev.kefu.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.engine.ModelProperties;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.experimental.Accessors;

/** A Camunda Form as the server knows it. Immutable and safe to share; parsing costs some milliseconds, so keep it. */
@Getter
@Accessors(fluent = true)
public final class FormDefinition {

  private final String id;
  /** The component tree. */
  private final List<FormComponent> components;
  /** Every component that a person fills in, in order, those in groups and list rows included. */
  private final List<FormComponent> fields;
  /** Names of the variables that the form writes. */
  private final Set<String> roots;
  /** Every path that the form reads or writes, dotted, rows not marked: {@code training.trainingRecord.hours}. */
  private final Set<String> readPaths;
  @Getter(AccessLevel.PACKAGE)
  private final Shape shape;
  /** The paths of templates and expressions alone, without those of the form's own fields. */
  @Getter(AccessLevel.PACKAGE)
  private final Set<List<String>> mentioned;

  private FormDefinition(String id, List<FormComponent> components) {
    this.id = id;
    this.components = components;
    List<FormComponent> found = new ArrayList<>();
    visit(components, component -> {
      if (component.isField()) {
        found.add(component);
      }
    });
    fields = List.copyOf(found);
    shape = Shape.of(components);
    roots = Collections.unmodifiableSet(shape.members().keySet());
    mentioned = FormPaths.readBy(components);
    Set<String> paths = new LinkedHashSet<>();
    fields.forEach(field -> paths.add(field.path().replace("[]", "")));
    mentioned.forEach(path -> paths.add(String.join(".", path)));
    readPaths = Collections.unmodifiableSet(paths);
  }

  /**
   * Reads a {@code .form} file.
   *
   * @throws FormDefinitionException when it is no JSON, or a component has an unknown type, no key, or a path or id that another one has
   */
  public static FormDefinition parse(String json) {
    JsonNode form;
    try {
      form = Json.read(json);
    } catch (JsonProcessingException noJson) {
      throw new FormDefinitionException("The form is no valid JSON: " + noJson.getOriginalMessage() + " in line "
        + (noJson.getLocation() == null ? "?" : noJson.getLocation().getLineNr()), noJson);
    }
    String id = form.path("id").asText("");
    if (!form.isObject() || id.isEmpty()) {
      throw new FormDefinitionException("The form has no id");
    }
    return new FormDefinition(id, new FormParser(id).components(form, "", List.of()));
  }

  /** Returns the fields with the property {@code classified}; the property's value names the roles that may read them. */
  public List<FormComponent> classifiedFields() {
    return fields.stream().filter(field -> field.properties().containsKey(ModelProperties.CLASSIFIED)).toList();
  }

  /** Returns every text that asks for an attachment, in order, hidden ones included. */
  public List<FormComponent> attachments() {
    List<FormComponent> found = new ArrayList<>();
    visit(components, component -> component.attachment().ifPresent(kind -> found.add(component)));
    return List.copyOf(found);
  }

  /** Returns the field with this path, rows as {@code []}. */
  public Optional<FormComponent> field(String path) {
    return fields.stream().filter(field -> field.path().equals(path)).findFirst();
  }

  /** Returns the names of all variables that the form reads or writes. */
  public Set<String> readRoots() {
    return readPaths.stream().map(path -> path.split("\\.", 2)[0]).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void visit(List<FormComponent> components, Consumer<FormComponent> visitor) {
    for (FormComponent component : components) {
      visitor.accept(component);
      visit(component.components(), visitor);
    }
  }
}
