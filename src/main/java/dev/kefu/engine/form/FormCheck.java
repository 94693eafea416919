package dev.kefu.engine.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One submission being checked. */
final class FormCheck {

  private static final int MOST_ROWS = 200;
  private static final int MOST_ERRORS = 50;
  private static final int LONGEST_KEY = 60;

  private final FormDefinition form;
  private final Map<String, Object> submitted;
  private final Map<String, Object> caseVariables;
  private final Predicate<String> attached;
  private final Clock clock;
  private final LocalDate today;
  private final List<FieldError> errors = new ArrayList<>();

  /** The top of the form, or one row of a list. */
  private record Level(Object values, String path, String row, FeelContext context) {

    String at(List<String> names) {
      String own = String.join(".", names);
      return path.isEmpty() ? own : path + "." + own;
    }
  }

  FormCheck(FormDefinition form, Map<String, Object> submitted, Map<String, Object> caseVariables, Predicate<String> attached, Clock clock) {
    this.form = form;
    this.submitted = submitted;
    this.caseVariables = caseVariables;
    this.attached = attached;
    this.clock = clock;
    today = LocalDate.now(clock);
  }

  List<FieldError> run(FeelContext context) {
    checkAll(form.components(), new Level(submitted, "", "", context), false);
    submitted.forEach((variable, value) -> {
      if (value == null && isObject(form.shape().members().get(variable))) {
        refuse(variable, variable, Messages.NO_OBJECT);
      }
    });
    checkKeys(form.shape(), submitted, "", "");
    return errors.stream().limit(MOST_ERRORS).toList();
  }

  private void checkAll(List<FormComponent> components, Level level, boolean hidden) {
    for (FormComponent component : components) {
      if (component.isField() || component.type().isContainer() || component.attachment().isPresent()) {
        check(component, level, hidden || isHidden(component, level));
      }
    }
  }

  private void check(FormComponent component, Level level, boolean hidden) {
    if (component.isField()) {
      checkField(component, level, hidden);
    } else if (component.isList()) {
      checkList(component, level, hidden);
    } else if (component.attachment().isPresent()) {
      checkAttachment(component, level, hidden);
    } else {
      checkAll(component.components(), level, hidden);
    }
  }

  private boolean isHidden(FormComponent component, Level level) {
    if (component.hide() == null) {
      return false;
    }
    try {
      return level.context().isMet(component.hide());
    } catch (FeelContext.Failure failure) {
      refuse(component, level, Messages.CONDITION);
      return false;
    }
  }

  private void checkField(FormComponent field, Level level, boolean hidden) {
    Object value = Overlay.find(level.values(), field.names());
    if (hidden || field.disabled()) {
      refuseUnlessEmpty(field, value, level, hidden);
    } else {
      new FieldCheck(field, value, level.context(), caseVariables, today, clock.getZone(), message -> refuse(field, level, message)).run();
    }
  }

  private void checkAttachment(FormComponent text, Level level, boolean hidden) {
    if (!hidden && !attached.test(text.attachment().orElseThrow())) {
      refuse(text, level, Messages.ATTACHMENT);
    }
  }

  private void refuseUnlessEmpty(FormComponent component, Object value, Level level, boolean hidden) {
    if (!isEmpty(value)) {
      refuse(component, level, hidden ? Messages.NOT_ASKED : Messages.NOT_EDITABLE);
    }
  }

  private void checkList(FormComponent list, Level level, boolean hidden) {
    Object value = Overlay.find(level.values(), list.names());
    if (hidden) {
      refuseUnlessEmpty(list, value, level, true);
    } else if (value == null || value instanceof List<?>) {
      checkRows(list, value == null ? List.of() : (List<?>) value, level);
    } else {
      refuse(list, level, Messages.NO_LIST);
    }
  }

  private void checkRows(FormComponent list, List<?> rows, Level level) {
    int most = list.rows().max() == null ? MOST_ROWS : list.rows().max();
    if (rows.size() > most) {
      refuse(list, level, Messages.rowsAtMost(most));
      return;
    }
    if (list.rows().min() != null && rows.size() < list.rows().min()) {
      refuse(list, level, Messages.rowsAtLeast(list.rows().min()));
    }
    for (int index = 0; index < rows.size(); index++) {
      checkRow(list, rows.get(index), index, level);
    }
  }

  /** A row whose fields are all hidden arrives as null. */
  private void checkRow(FormComponent list, Object row, int index, Level level) {
    String path = level.at(list.names()) + "[" + index + "]";
    String label = level.row() + " (row " + (index + 1) + " 第 " + (index + 1) + " 行)";
    if (row != null && !(row instanceof Map<?, ?>)) {
      refuse(path, list.label() + label, Messages.NO_ROW);
      return;
    }
    checkAll(list.components(), new Level(row, path, label, level.context().row(row, index)), false);
    checkKeys(list.rows().shape(), row == null ? Map.of() : (Map<?, ?>) row, path, label);
  }

  private void checkKeys(Shape shape, Map<?, ?> values, String path, String row) {
    values.forEach((key, value) -> {
      Shape member = shape.members().get(key);
      String name = shortened(String.valueOf(key));
      String at = path.isEmpty() ? name : path + "." + name;
      if (member == null) {
        refuse(at, at + row, Messages.UNKNOWN_KEY);
      } else if (isObject(member) && value instanceof Map<?, ?> object) {
        checkKeys(member, object, at, row);
      } else if (isObject(member) && value != null) {
        refuse(at, at + row, Messages.NO_OBJECT);
      }
    });
  }

  /** What somebody made up need not be repeated to the end. */
  private static String shortened(String key) {
    return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY) + "…";
  }

  private static boolean isObject(Shape member) {
    return member != null && member.owner() == null;
  }

  private void refuse(FormComponent component, Level level, String message) {
    String path = component.names().isEmpty() ? String.valueOf(component.id()) : level.at(component.names());
    refuse(path, (component.label().isEmpty() ? path : component.label()) + level.row(), message);
  }

  private void refuse(String path, String label, String message) {
    errors.add(new FieldError(path, label, message));
  }

  private static boolean isEmpty(Object value) {
    return value == null || "".equals(value) || Boolean.FALSE.equals(value)
      || value instanceof Collection<?> rows && rows.stream().allMatch(FormCheck::isEmpty)
      || value instanceof Map<?, ?> object && object.values().stream().allMatch(FormCheck::isEmpty);
  }
}
