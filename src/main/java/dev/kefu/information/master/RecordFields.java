package dev.kefu.information.master;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A record seen as its fields: compares two, and puts changed fields into one. */
public final class RecordFields {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FIELDS = Arrays.stream(CustomerData.class.getRecordComponents()).map(RecordComponent::getName).toList();
  private static final Set<String> NO_TEXTS = Arrays.stream(CustomerData.class.getRecordComponents()).filter(component -> component.getType() != String.class)
      .map(RecordComponent::getName).collect(Collectors.toSet());

  private RecordFields() {
  }

  /** The fields that differ, in the order of form F28. */
  public static List<FieldChange> changes(CustomerData before, CustomerData after) {
    ObjectNode from = JSON.valueToTree(before);
    ObjectNode to = JSON.valueToTree(after);
    List<FieldChange> changes = new ArrayList<>();
    for (String field : FIELDS) {
      String was = value(from, field);
      String is = value(to, field);
      if (!Objects.equals(was, is)) {
        changes.add(new FieldChange(field, was, is));
      }
    }
    return changes;
  }

  /** The value of a field as the history keeps it; null for nothing. */
  static String value(CustomerData data, String field) {
    return value((ObjectNode) JSON.valueToTree(data), field);
  }

  /** The record with these fields as they are after the change. */
  public static CustomerData with(CustomerData record, List<FieldChange> changes) {
    ObjectNode tree = JSON.valueToTree(record);
    for (FieldChange change : changes) {
      if (change.after() == null) {
        tree.remove(change.field());
      } else {
        tree.set(change.field(), node(change.field(), change.after()));
      }
    }
    return read(tree);
  }

  /** The record, with every field that the other one knows taken from there. */
  public static CustomerData overlaid(CustomerData record, CustomerData other) {
    return with(record, changes(record, other).stream().filter(change -> change.after() != null).toList());
  }

  /** The record, with every field of which it knows nothing taken from the other one. */
  public static CustomerData filledUp(CustomerData record, CustomerData other) {
    return with(record, changes(record, other).stream().filter(change -> change.before() == null).toList());
  }

  /** The record as a form carries it. */
  public static String json(CustomerData record) {
    try {
      return JSON.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CustomerData read(JsonNode tree) {
    try {
      return JSON.treeToValue(tree, CustomerData.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String value(ObjectNode record, String field) {
    JsonNode value = record.path(field);
    return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty() ? null : value.isValueNode() ? value.asText() : value.toString();
  }

  private static JsonNode node(String field, String value) {
    try {
      return NO_TEXTS.contains(field) ? JSON.readTree(value) : JSON.getNodeFactory().textNode(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
