package dev.kefu.engine.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;

/** Fills a form in as a person would: only what is visible, with answers chosen so that the wanted field comes into view. */
final class FormFiller {

  private static final int MOST_ANSWERS = 4_000;
  /** Chains of conditions longer than this are not followed. */
  private static final int MOST_ROUNDS = 6;

  private final FormDefinition form;
  private final Map<String, Object> caseVariables;
  private final FeelEngineApi feel;
  private final FormChecker checker;
  private final FormSamples samples;
  private final Map<FormComponent, Place> places = new LinkedHashMap<>();

  /** Where a component stands: the containers around it, and what the names in its condition mean. */
  record Place(List<FormComponent> around, PathScope scope) {

    List<FormComponent> lists() {
      return around.stream().filter(FormComponent::isList).toList();
    }
  }

  FormFiller(FormDefinition form, Map<String, Object> caseVariables, Clock clock) {
    this.form = form;
    this.caseVariables = caseVariables;
    feel = FeelContext.engine(clock);
    checker = new FormChecker(clock);
    samples = new FormSamples(FeelContext.top(feel, caseVariables), caseVariables, clock);
    place(form.components(), new Place(List.of(), PathScope.TOP));
  }

  FormSamples samples() {
    return samples;
  }

  Map<FormComponent, Place> places() {
    return places;
  }

  /** Returns the least valid submission, or empty when none was found. */
  Optional<Map<String, Object>> minimal() {
    return search(null, controllers(form.components()), (submission, shown) -> true);
  }

  /** Returns a valid submission in which the field is visible and filled in, or the list visible with a row. */
  Optional<Map<String, Object>> showing(FormComponent wanted) {
    return search(wanted, controllersOf(wanted), (submission, shown) -> shown.contains(wanted));
  }

  /** Returns a valid submission in which the field or list is hidden though the list around it, if any, is not. */
  Optional<Map<String, Object>> hiding(FormComponent wanted) {
    List<FormComponent> lists = places.get(wanted).lists();
    FormComponent row = lists.isEmpty() ? null : lists.get(lists.size() - 1);
    return search(row, controllersOf(wanted), (submission, shown) -> !shown.contains(wanted) && (row == null || shown.contains(row)));
  }

  /** Fills in what is visible with these answers to fields and whole lists, unchecked; without an answer, required fields get a sample and others stay empty. */
  Map<String, Object> with(Map<FormComponent, Object> answers) {
    return fill(answers, null, new LinkedHashSet<>(places.keySet()));
  }

  private Optional<Map<String, Object>> search(FormComponent wanted, Set<FormComponent> controllers,
                                               BiPredicate<Map<String, Object>, Set<FormComponent>> fits) {
    return answers(new ArrayList<>(controllers)).limit(MOST_ANSWERS).map(answers -> {
      Set<FormComponent> shown = new LinkedHashSet<>(places.keySet());
      Map<String, Object> submission = fill(answers, wanted, shown);
      return fits.test(submission, shown) && checker.check(form, submission, caseVariables).isEmpty() ? submission : null;
    }).filter(submission -> submission != null).findFirst();
  }

  /** Every combination of answers to the fields that conditions ask about. */
  private Stream<Map<FormComponent, Object>> answers(List<FormComponent> controllers) {
    Stream<Map<FormComponent, Object>> all = Stream.of(Map.of());
    for (FormComponent controller : controllers) {
      all = all.flatMap(answers -> candidates(controller).map(value -> {
        Map<FormComponent, Object> more = new LinkedHashMap<>(answers);
        more.put(controller, value);
        return more;
      }));
    }
    return all;
  }

  private Stream<Object> candidates(FormComponent field) {
    if (field.type() == ComponentType.CHECKBOX) {
      return Stream.of(true, false);
    }
    Stream<Object> values = field.type().hasOptions()
      ? samples.options(field).stream().map(option -> field.type().isMulti() ? List.of(option.value()) : option.value())
      : Stream.of(samples.valid(field));
    return Stream.concat(values, Arrays.stream(new Object[] {null}));
  }

  /** Fills in, asks which components are hidden by that, leaves these out, and again, until nothing changes. */
  private Map<String, Object> fill(Map<FormComponent, Object> answers, FormComponent wanted, Set<FormComponent> shown) {
    Map<String, Object> submission = Map.of();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      submission = new LinkedHashMap<>();
      fillAll(form.components(), submission, answers, wanted, shown);
      Set<FormComponent> now = shown(submission);
      if (now.equals(shown)) {
        return submission;
      }
      shown.clear();
      shown.addAll(now);
    }
    return submission;
  }

  private void fillAll(List<FormComponent> components, Map<String, Object> values, Map<FormComponent, Object> answers, FormComponent wanted,
                       Set<FormComponent> shown) {
    for (FormComponent component : components) {
      if (!shown.contains(component)) {
        continue;
      }
      if (component.isList() && answers.containsKey(component)) {
        put(values, component.names(), answers.get(component));
      } else if (component.isList()) {
        List<Object> rows = new ArrayList<>();
        for (int row = 0; row < rowCount(component, wanted); row++) {
          Map<String, Object> rowValues = new LinkedHashMap<>();
          fillAll(component.components(), rowValues, answers, wanted, shown);
          rows.add(rowValues);
        }
        put(values, component.names(), rows);
      } else if (!component.isField()) {
        fillAll(component.components(), values, answers, wanted, shown);
      } else if (!component.disabled()) {
        put(values, component.names(), answer(component, answers, wanted));
      }
    }
  }

  private Object answer(FormComponent field, Map<FormComponent, Object> answers, FormComponent wanted) {
    if (answers.containsKey(field)) {
      return answers.get(field);
    }
    return field == wanted || field.validation().required() != null ? samples.valid(field) : empty(field);
  }

  /** What form-js sends for a field left alone. */
  private static Object empty(FormComponent field) {
    return switch (field.type()) {
      case TEXTFIELD, TEXTAREA -> "";
      case CHECKBOX -> false;
      case CHECKLIST, TAGLIST -> List.of();
      default -> null;
    };
  }

  /** Two rows where it is about a row, so that a refusal has to name the right one. */
  private int rowCount(FormComponent list, FormComponent wanted) {
    int least = list.rows().min() == null ? 0 : list.rows().min();
    int most = list.rows().max() == null ? Integer.MAX_VALUE : list.rows().max();
    boolean about = list == wanted || wanted != null && places.get(wanted).around().contains(list);
    return Math.min(most, about ? Math.max(2, least) : least);
  }

  /** The components that are visible with these answers; rows all look alike here, so the first one tells. */
  private Set<FormComponent> shown(Map<String, Object> submission) {
    Set<FormComponent> shown = new LinkedHashSet<>();
    show(form.components(), submission, FeelContext.top(feel, Overlay.of(form, submission, caseVariables)), shown);
    return shown;
  }

  private void show(List<FormComponent> components, Object values, FeelContext context, Set<FormComponent> shown) {
    for (FormComponent component : components) {
      if (isHidden(component, context)) {
        continue;
      }
      shown.add(component);
      if (component.isList()) {
        Object row = Overlay.find(values, component.names()) instanceof List<?> rows && !rows.isEmpty() ? rows.get(0) : null;
        show(component.components(), row, context.row(row, 0), shown);
      } else {
        show(component.components(), values, context, shown);
      }
    }
  }

  private static boolean isHidden(FormComponent component, FeelContext context) {
    try {
      return component.hide() != null && context.isMet(component.hide());
    } catch (FeelContext.Failure failure) {
      throw new IllegalStateException(component + ": " + failure.getMessage(), failure);
    }
  }

  private void place(List<FormComponent> components, Place place) {
    for (FormComponent component : components) {
      places.put(component, place);
      List<FormComponent> around = new ArrayList<>(place.around());
      around.add(component);
      place(component.components(), new Place(around, component.isList() ? place.scope().row(FormPaths.split(component.path())) : place.scope()));
    }
  }

  private Set<FormComponent> controllers(List<FormComponent> components) {
    Set<FormComponent> controllers = new LinkedHashSet<>();
    places.keySet().forEach(component -> controllers.addAll(controllersOf(component)));
    return controllers;
  }

  /** The fields whose answers decide whether the component is visible, directly or through each other. */
  private Set<FormComponent> controllersOf(FormComponent component) {
    Set<FormComponent> controllers = new LinkedHashSet<>();
    collectControllers(component, controllers);
    return controllers;
  }

  private void collectControllers(FormComponent component, Set<FormComponent> controllers) {
    List<FormComponent> chain = new ArrayList<>(places.get(component).around());
    chain.add(component);
    for (FormComponent link : chain) {
      if (link.hide() != null) {
        link.hide().paths().stream().map(places.get(link).scope()::resolve).flatMap(Optional::stream).forEach(path ->
          form.fields().stream().filter(field -> FormPaths.split(field.path()).equals(path) && controllers.add(field))
            .forEach(field -> collectControllers(field, controllers)));
      }
    }
  }

  private static void put(Map<String, Object> values, List<String> names, Object value) {
    Map<String, Object> at = values;
    for (String name : names.subList(0, names.size() - 1)) {
      @SuppressWarnings("unchecked")
      Map<String, Object> member = (Map<String, Object>) at.computeIfAbsent(name, unknown -> new LinkedHashMap<String, Object>());
      at = member;
    }
    at.put(names.get(names.size() - 1), value);
  }
}
