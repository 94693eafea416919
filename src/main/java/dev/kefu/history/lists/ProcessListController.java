package dev.kefu.history.lists;

import dev.kefu.history.models.ProcessNames;
import dev.kefu.history.rights.HistoryRights;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says of which processes somebody may read the cases. */
@RestController
@RequestMapping({"/api/history/processes", "/camunda/api/kefu/history/processes"})
@Tag(name = "History", description = "Cases of a process, running and finished, for those who may read its history")
@RequiredArgsConstructor
class ProcessListController {

  private final ProcessNames names;
  private final HistoryRights rights;

  /** A process in the list. */
  record Listed(String key, String name) {
  }

  /** Those whose history the caller may read, by name. */
  @GetMapping
  List<Listed> processes() {
    Map<String, String> all = names.all();
    return rights.readable(all.keySet()).stream().map(key -> new Listed(key, all.get(key))).sorted(Comparator.comparing(Listed::name)).toList();
  }
}
