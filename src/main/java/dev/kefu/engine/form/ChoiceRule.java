package dev.kefu.engine.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One option, or a list of different ones. */
final class ChoiceRule {

  private ChoiceRule() {
  }

  static void check(FieldCheck check) {
    Set<Object> allowed = check.options().stream().map(option -> Option.comparable(option.value())).collect(Collectors.toSet());
    if (!check.field().type().isMulti()) {
      check.refuseUnless(allowed.contains(Option.comparable(check.value())), Messages.NO_OPTION);
    } else if (check.value() instanceof List<?> values) {
      Set<Object> chosen = new HashSet<>();
      boolean twice = values.stream().anyMatch(value -> !chosen.add(Option.comparable(value)));
      check.refuseUnless(allowed.containsAll(chosen), Messages.NO_OPTION);
      check.refuseUnless(!twice, Messages.TWICE);
    } else {
      check.refuse(Messages.NO_SELECTION);
    }
  }
}
