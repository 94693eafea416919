package dev.kefu.aftersales.technicians;

import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The technicians for programs: the after-sales supervisor keeps them (SecurityConfiguration). */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/technicians")
class TechnicianController {

  private final Technicians technicians;

  /**
   * What a technician is to be.
   *
   * @param active null counts as true
   */
  record WantedTechnician(Boolean active, Set<String> skills, Set<String> districts) {
  }

  @GetMapping
  List<TechnicianCard> all() {
    return technicians.all();
  }

  @PutMapping("/{person}")
  TechnicianCard set(@PathVariable String person, @RequestBody WantedTechnician wanted) {
    if (wanted.skills() == null || wanted.districts() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "skills, districts: must be lists 須為列表");
    }
    try {
      return technicians.set(person, !Boolean.FALSE.equals(wanted.active()), wanted.skills(), wanted.districts());
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }
}
