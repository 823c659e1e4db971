package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import org.practicereview.modelling.DeploymentTrail;
import org.practicereview.modelling.InUse;
import org.practicereview.modelling.Inventory;
import org.practicereview.modelling.Kind;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is in use and how it became so, for those who answer for the models. */
@Controller
class ModelsPage {

  private final Inventory inventory;
  private final DeploymentTrail trail;
  private final Partnerships partnerships;

  ModelsPage(Inventory inventory, DeploymentTrail trail, Partnerships partnerships) {
    this.inventory = inventory;
    this.trail = trail;
    this.partnerships = partnerships;
  }

  @GetMapping("/models")
  String show(
      @RequestParam(name = "kind", defaultValue = "model") String kind,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    require(reader);
    page.addAttribute("kinds", Kind.values());
    page.addAttribute("kind", kind(kind));
    page.addAttribute("makes", kind.equals("form") && reader.is(Role.MODEL_ADMINISTRATOR));
    page.addAttribute("all", inventory.all(kind(kind)));
    page.addAttribute("words", words());
    return "pages/models";
  }

  @GetMapping("/models/changes")
  String changes(@AuthenticationPrincipal SignedIn reader, Model page) {
    require(reader);
    page.addAttribute("entries", trail.all());
    page.addAttribute("words", words());
    return "pages/model-changes";
  }

  @GetMapping("/models/versions")
  String versions(
      @RequestParam("kind") String kind,
      @RequestParam("id") String id,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    require(reader);
    InUse one = inventory.one(kind(kind), id);
    page.addAttribute("one", one);
    page.addAttribute(
        "editor",
        reader.is(Role.MODEL_ADMINISTRATOR)
            ? Editors.address(one.kind(), id, one.latest().file(), "").orElse(null)
            : null);
    page.addAttribute("words", words());
    return "pages/model-versions";
  }

  /** A version as it was deployed, to be kept and changed. */
  @GetMapping("/models/file")
  ResponseEntity<byte[]> file(
      @RequestParam("kind") String kind,
      @RequestParam("id") String id,
      @RequestParam("version") int version,
      @AuthenticationPrincipal SignedIn reader) {
    require(reader);
    String text = inventory.text(kind(kind), id, version);
    String file =
        inventory.one(kind(kind), id).versions().stream()
            .filter(one -> one.number() == version)
            .map(one -> one.file().substring(one.file().lastIndexOf('/') + 1))
            .findFirst()
            .orElseThrow();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Kind kind(String id) {
    return Kind.find(id).orElseThrow(() -> new NotThere("There is no such kind"));
  }

  private PlainWords words() {
    return new PlainWords(partnerships.all().get(0));
  }

  private static void require(SignedIn reader) {
    if (!mayRead(reader)) {
      throw new NotAllowed();
    }
  }

  /** Whether the models are their work, or to be looked into by them. */
  static boolean mayRead(SignedIn reader) {
    return reader.is(Role.MODEL_ADMINISTRATOR)
        || reader.is(Role.SYSTEM_ADMINISTRATOR)
        || reader.is(Role.AUDITOR);
  }
}
