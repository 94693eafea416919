package dev.kefu.engine.records;

import static java.util.stream.Collectors.toSet;

import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseSearch;
import dev.kefu.engine.CaseStory;
import dev.kefu.engine.CaseStory.CaseLine;
import dev.kefu.engine.CaseStory.Page;
import dev.kefu.engine.gate.TrustedDoor;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.stereotype.Service;

/** Looks in the engine's history and in what forms said, and shows what the person may read of it. */
@Service
@RequiredArgsConstructor
class EngineCaseSearch implements CaseSearch {

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{3}(-[0-9]{0,4}(-[0-9]{0,6})?)?");

  private final TrustedDoor door;
  private final CaseAccess access;
  private final CaseTables tables;
  private final CaseTexts texts;
  private final HistoryService historyService;
  private final EngineCaseStory story;

  @Override
  public Page<CaseLine> find(String typed, Collection<String> customerCodes, int page) {
    List<HistoricProcessInstance> fitting = door.run(() -> fitting(typed.strip(), customerCodes));
    // The person's own rights count: asked outside of the door.
    Set<String> readable = access.readable(fitting.stream().map(HistoricProcessInstance::getBusinessKey).collect(toSet()));
    List<HistoricProcessInstance> found = fitting.stream().filter(one -> readable.contains(one.getBusinessKey())).toList();
    List<HistoricProcessInstance> shown = found.stream().skip((long) page * CaseStory.PAGE).limit(CaseStory.PAGE).toList();
    return new Page<>(shown.isEmpty() ? List.of() : door.run(() -> story.lines(shown)), page, CaseStory.PAGE, found.size());
  }

  private List<HistoricProcessInstance> fitting(String typed, Collection<String> customerCodes) {
    Map<String, HistoricProcessInstance> cases = new HashMap<>();
    if (NUMBER.matcher(typed).matches()) {
      roots().processInstanceBusinessKeyLike(typed.toUpperCase(Locale.ROOT) + "%").orderByProcessInstanceStartTime().desc().listPage(0, MOST)
          .forEach(one -> cases.put(one.getId(), one));
    }
    List<String> words = Stream.of(SearchWords.ofText(typed), SearchWords.digits(typed)).filter(Objects::nonNull).distinct().toList();
    Set<String> ids = new HashSet<>(texts.casesWith(words, MOST));
    ids.addAll(customerCodes.isEmpty() ? List.of() : tables.casesOfCustomers(customerCodes, MOST));
    ids.removeAll(cases.keySet());
    if (!ids.isEmpty()) {
      roots().processInstanceIds(ids).list().forEach(one -> cases.put(one.getId(), one));
    }
    return cases.values().stream().filter(one -> one.getBusinessKey() != null).sorted(Comparator.comparing(HistoricProcessInstance::getStartTime).reversed()
        .thenComparing(HistoricProcessInstance::getBusinessKey, Comparator.reverseOrder())).limit(MOST).toList();
  }

  private HistoricProcessInstanceQuery roots() {
    return historyService.createHistoricProcessInstanceQuery().rootProcessInstances();
  }
}
