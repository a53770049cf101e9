package dev.wirewalk.build.ui.form;

/** A line of the form, or a group of lines. Compared by identity: two empty rows are two rows. */
public sealed interface FormNode permits FormGroup, FormRow, FormText {}
