package dev.kefu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.engine.ModelProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.Builder;
import lombok.Getter;
import lombok.experimental.Accessors;

/** One component of a form: a field, a container or something shown. */
@Builder(access = AccessLevel.PACKAGE)
@Getter(AccessLevel.PACKAGE)
@Accessors(fluent = true)
public final class FormComponent {

  @Getter(AccessLevel.PUBLIC)
  private final ComponentType type;
  /** Null when the form file gives none. */
  @Getter(AccessLevel.PUBLIC)
  private final String id;
  /** From the variable down, rows as {@code []}: {@code training.trainingRecord[].hours}; null where nothing is stored. */
  @Getter(AccessLevel.PUBLIC)
  private final String path;
  /** As in the file; the last part of the path where the file has none; the first line of a text that asks for an attachment. */
  @Getter(AccessLevel.PUBLIC)
  private final String label;
  /** Extension properties. */
  @Getter(AccessLevel.PUBLIC)
  private final Map<String, String> properties;
  @Getter(AccessLevel.PUBLIC)
  private final List<FormComponent> components;
  /** The component as it stands in the file. */
  @Getter(AccessLevel.PUBLIC)
  private final JsonNode definition;

  /** Names from the row, or from the top, down to the value; empty where nothing is stored. */
  private final List<String> names;
  private final boolean disabled;
  private final FeelExpression hide;
  private final Validation validation;
  private final Options options;
  private final NumberSettings number;
  private final DateSettings date;
  private final Rows rows;

  /** Returns whether a person may fill the component in. */
  public boolean isField() {
    return type.isField();
  }

  /** Returns the kind of attachment that the case must have while this text is shown; empty for a component that asks for none. */
  public Optional<String> attachment() {
    return type == ComponentType.TEXT ? Optional.ofNullable(properties.get(ModelProperties.ATTACHMENT)) : Optional.empty();
  }

  /** Returns the roles that may read a classified field; empty for any other. */
  public List<String> readers() {
    String roles = properties.get(ModelProperties.CLASSIFIED);
    return roles == null ? List.of() : Arrays.stream(roles.split(",")).map(String::strip).filter(role -> !role.isEmpty()).toList();
  }

  boolean isList() {
    return type == ComponentType.DYNAMICLIST;
  }

  @Override
  public String toString() {
    return type.formName() + " " + (path == null ? id : path);
  }
}
