"""What belongs together? Pairs of elements, made once, with the exact judgement of binding written on them."""
