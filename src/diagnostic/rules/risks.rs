//! Rules about risk registers.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    REGISTER_EMPTY: Error, "register-empty", "a risk register without a risk",
        why "There is nothing to look at.",
        mend "List the risks below risks: in document.yaml.";
    RISK_TWICE: Error, "risk-twice", "two risks of a register with the same id",
        why "The id is part of the address, and the registers that follow go by it.",
        mend "Give the newer one another id.";
    RISK_OFF_SCALE: Error, "risk-off-scale", "a likelihood or impact that is no step of the scale",
        why "Nobody could say how high the risk is.",
        mend "Write the number of a step, or its word as it stands in risk-scale:.",
        example "current: {likelihood: 3, impact: Major}";
    RISK_SCORE_WRONG: Error, "risk-score-wrong", "a score that is not likelihood times impact",
        why "Readers can do the sum, and would not know which of the three numbers is wrong.",
        mend "Correct the score, or the likelihood or impact. You can also leave the score out: Candour works it out.",
        example "current: {likelihood: 3, impact: 4, score: 12}";
    RISK_ABOVE_GROSS: Warning, "risk-above-gross", "a risk that is higher with its controls than without",
        why "What is done against a risk does not raise it.",
        mend "Correct the gross or the current rating.";
    RISK_SCALE_WRONG: Error, "risk-scale-wrong", "a scale of likelihood or impact that cannot be used",
        why "Every rating goes by it.",
        mend "List the words of its steps, the lowest first, each once.",
        example "likelihood: [Remote, Unlikely, Possible, Likely, Definite]";
    RISK_BANDS_WRONG: Error, "risk-bands-wrong", "bands of scores that overlap, leave a gap or are never reached",
        why "A score must be in one band.",
        mend "List the bands from the lowest to the highest, each with its lowest score, the first with 1.",
        example "- {label: Low, from: 1}";
    RISK_BANDS_MISSING: Warning, "risk-bands-missing", "a risk register without bands",
        why "Readers see numbers, and nothing tells them which are high.",
        mend "Name the bands below risk-bands:, in document.yaml or in site.yaml for all registers.";
    RISK_WITHOUT_OWNER: Warning, "risk-without-owner", "a risk that nobody owns",
        why "A risk without anybody responsible is nobody's.",
        mend "Name who is responsible, as a role: owner: Director of Adult Services.";
    RISK_WITHOUT_CONTROLS: Warning, "risk-without-controls", "a risk without controls",
        why "Readers ask what is done against it. And without controls the current rating is the gross one.",
        mend "List what is done below controls:.";
    SUMMARY_UNKNOWN: Error, "summary-unknown", "a row of the summary table for a risk that is not there, or twice there",
        why "The summary would not be one of this register.",
        mend "Correct the number in the row, or take the row out.";
    SUMMARY_WRONG: Error, "summary-wrong", "a score in the summary table that is not the risk's",
        why "The paper says two things of one risk.",
        mend "Correct the summary or the rating.";
    SUMMARY_INCOMPLETE: Warning, "summary-incomplete", "a risk that the summary table leaves out",
        why "Whoever reads only the summary does not know of it.",
        mend "Add a row for it.";
    RISK_DROPPED: Warning, "risk-dropped", "a risk of the register before that is not mentioned again",
        why "Readers ask what became of it.",
        mend "Keep it below risks:, or say below closed: why it is gone.";
    CLOSED_UNKNOWN: Error, "closed-unknown", "a closed risk that the register before does not have",
        why "Readers could not find the risk that is meant.",
        mend "Use the id that the risk had in the register before.";
    CLOSED_OPEN: Error, "closed-open", "a risk that is said to be closed and is still in the register",
        why "It is closed, or it is not.",
        mend "Take it out of risks: or out of closed:.";
}
