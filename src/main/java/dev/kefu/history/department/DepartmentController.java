package dev.kefu.history.department;

import io.swagger.v3.oas.annotations.tags.Tag;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the department's figures on Cockpit's first page; everybody sees the processes whose history they may read. */
@RestController
@RequestMapping({"/api/history/department", "/camunda/api/kefu/history/department"})
@Tag(name = "History", description = "Cases of a process, running and finished, for those who may read its history")
@RequiredArgsConstructor
class DepartmentController {

  private static final int MOST_MONTHS = 24;

  private final DepartmentFigures figures;

  /** The last months. */
  @GetMapping
  Department department(@RequestParam(defaultValue = "6") int months) {
    return figures.of(Math.min(Math.max(months, 1), MOST_MONTHS));
  }
}
