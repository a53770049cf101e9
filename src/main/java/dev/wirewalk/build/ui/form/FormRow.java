package dev.wirewalk.build.ui.form;

/** One term as a person types it: the value may be wrong or missing. */
public final class FormRow implements FormNode {
    private TermKind kind;
    private Qualifier qualifier;
    private String value;

    public FormRow(TermKind kind, Qualifier qualifier, String value) {
        this.kind = kind;
        this.qualifier = qualifier;
        this.value = value;
    }

    /** A row as it is when added. */
    public static FormRow fresh() {
        return new FormRow(TermKind.HOST, Qualifier.EITHER, "");
    }

    public TermKind kind() {
        return kind;
    }

    /** Changes the kind and keeps what still fits: the value stays to be corrected, a qualifier of another kind falls back. */
    public void setKind(TermKind kind) {
        this.kind = kind;
        if (!kind.qualifiers().contains(qualifier)) {
            qualifier = kind.qualifiers().isEmpty()
                    ? Qualifier.EITHER
                    : kind.qualifiers().getFirst();
        }
        if (!kind.choices().isEmpty() && !kind.choices().contains(value)) {
            value = kind.choices().getFirst();
        }
    }

    public Qualifier qualifier() {
        return qualifier;
    }

    public void setQualifier(Qualifier qualifier) {
        this.qualifier = qualifier;
    }

    public String value() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}
